import type { addToPanel } from '@/lib/panel/addToPanel'

import { panelRefusals } from './panelRefusals'

const TITLE = { en: 'Cash shift', id: 'Shift kas' }

/** What the desk's money adds to the panel. */
export const paymentsPanel: Parameters<typeof addToPanel>[1] = {
  menu: [{ path: '/shift', label: TITLE, roles: ['cashier', 'admin'] }],
  views: {
    shift: {
      path: '/shift',
      title: TITLE,
      Component: '@/plugins/payments/admin/shift/ShiftPage#ShiftPage',
    },
  },
  refusals: panelRefusals,
}
