import type { HomePart } from '@/lib/panel/addToPanel'

/** What an admin sees of the pharmacy first. */
export const adminHome: HomePart[] = [
  {
    slug: 'sales',
    label: { en: 'Sales', id: 'Penjualan' },
    roles: ['admin'],
    Component: '@/plugins/pharmacy/admin/home/SalesHome#SalesHome',
    width: 'large',
  },
  {
    slug: 'low-stock',
    label: { en: 'Low stock', id: 'Stok menipis' },
    roles: ['admin'],
    Component: '@/plugins/pharmacy/admin/home/LowStockHome#LowStockHome',
    width: 'small',
  },
]
