import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { STOCK_ROLES, STOCK_TITLE } from './parts'
import { StockOverview } from './StockOverview'

/** `/admin/stock`: what to buy, and what was sold. */
export const StockPage = (view: AdminViewServerProps) => (
  <StaffPage roles={STOCK_ROLES} title={STOCK_TITLE} view={view}>
    <StockOverview />
  </StaffPage>
)
