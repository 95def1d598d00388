import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { ADMINS, TO_ACT_ON } from './parts'
import { ToActOn } from './ToActOn'

/** `/admin/payments`: the payments that wait for an admin. */
export const ToActOnPage = (view: AdminViewServerProps) => (
  <StaffPage roles={ADMINS} title={TO_ACT_ON} view={view}>
    <ToActOn />
  </StaffPage>
)
