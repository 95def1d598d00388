import type { Role } from '@/access/roles'
import type { MenuItem, PanelView } from '@/lib/panel/addToPanel'

export const STOCK_ROLES: readonly Role[] = ['cashier', 'admin']
export const STOCK_TITLE = { en: 'Stock', id: 'Stok' }

export const stockMenu: MenuItem[] = [{ path: '/stock', label: STOCK_TITLE, roles: STOCK_ROLES }]

export const stockViews: Record<string, PanelView> = {
  stock: {
    path: '/stock',
    title: STOCK_TITLE,
    Component: '@/plugins/pharmacy/admin/stock/StockPage#StockPage',
  },
}
