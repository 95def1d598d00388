import type { Config, TypedUser } from 'payload'

import { isDesk } from '@/access'
import { addToPanel } from '@/lib/panel/addToPanel'
import { withRoom } from '@/plugins/realtime'

import { transactionHome, transactionMenu, transactionViews } from './admin/transactions/parts'
import { PAYMENTS_ROOM } from './constants'
import { panelRefusals } from './panelRefusals'
import { refundPanelRefusals } from './refundPanelRefusals'

const TITLE = { en: 'Cash shift', id: 'Shift kas' }

/** What money adds to the panel. */
const paymentsPanel: Parameters<typeof addToPanel>[1] = {
  menu: [{ path: '/shift', label: TITLE, roles: ['cashier', 'admin'] }, ...transactionMenu],
  home: transactionHome,
  views: {
    shift: {
      path: '/shift',
      title: TITLE,
      Component: '@/plugins/payments/admin/shift/ShiftPage#ShiftPage',
    },
    ...transactionViews,
  },
  refusals: { ...panelRefusals, ...refundPanelRefusals },
}

/** The panel's pages of payments, and the room in which they are kept fresh. */
export const withPaymentsPanel = (config: Config): Config => {
  const room = { name: PAYMENTS_ROOM, isFor: (user: TypedUser) => isDesk({ user }) }
  return addToPanel(withRoom(config, room), paymentsPanel)
}
