import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { Desk } from './Desk'
import { WORDS } from './words'

/** The desk as a page of its own, for cashiers and admins. */
export const DeskPage = (view: AdminViewServerProps) => (
  <StaffPage
    roles={['cashier', 'admin']}
    title={{ en: WORDS.en.title, id: WORDS.id.title }}
    view={view}
  >
    <Desk />
  </StaffPage>
)
