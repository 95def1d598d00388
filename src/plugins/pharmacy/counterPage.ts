import type { MenuItem, PanelView } from '@/lib/panel/addToPanel'
import type { Said } from '@/lib/panel/said'

const title: Said = { en: 'Counter sale', id: 'Penjualan konter' }

/** Where the desk sells at the counter. */
export const counterView: PanelView = {
  path: '/counter',
  title,
  Component: '@/plugins/pharmacy/admin/counter/CounterPage#CounterPage',
}
export const counterLink: MenuItem = { path: '/counter', label: title, roles: ['cashier', 'admin'] }
