import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { counterView } from '../../counterPage'
import { Counter } from './Counter'

/** `/admin/counter` */
export const CounterPage = (view: AdminViewServerProps) => (
  <StaffPage roles={['cashier', 'admin']} title={counterView.title} view={view}>
    <Counter />
  </StaffPage>
)
