import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { Counter } from './Counter'
import { WORDS } from './words'

/** `/admin/counter` */
export const CounterPage = (view: AdminViewServerProps) => (
  <StaffPage
    roles={['cashier', 'admin']}
    title={{ en: WORDS.en.title, id: WORDS.id.title }}
    view={view}
  >
    <Counter />
  </StaffPage>
)
