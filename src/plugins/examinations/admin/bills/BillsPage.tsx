import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { Bills } from './Bills'
import { BILLS_ROLES, BILLS_TITLE } from './parts'

/** The bills that wait for their money, as a page of their own. */
export const BillsPage = (view: AdminViewServerProps) => (
  <StaffPage roles={BILLS_ROLES} title={BILLS_TITLE} view={view}>
    <Bills />
  </StaffPage>
)
