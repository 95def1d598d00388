import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { CurrentShift } from './CurrentShift'
import { WORDS } from './words'

/** One's own shift: its opening, what it takes, its count and its report. */
export const ShiftPage = (view: AdminViewServerProps) => (
  <StaffPage
    roles={['cashier', 'admin']}
    title={{ en: WORDS.en.title, id: WORDS.id.title }}
    view={view}
  >
    <CurrentShift />
  </StaffPage>
)
