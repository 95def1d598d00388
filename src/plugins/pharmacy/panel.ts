import type { PanelAdditions } from '@/lib/panel/addToPanel'

import { adminHome } from './admin/home/parts'
import { counterLink, counterView } from './counterPage'
import { stockMenu, stockViews } from './admin/stock/parts'
import { panelRefusals } from './panelRefusals'

const DESK = '@/plugins/pharmacy/admin/desk'
const DESK_TITLE = { en: "Cashier's desk", id: 'Meja kasir' }

/** What the pharmacy adds to the panel. The desk is a cashier's home, and a page for admins too. */
export const pharmacyPanel: PanelAdditions = {
  refusals: panelRefusals,
  menu: [
    {
      path: '/desk',
      label: DESK_TITLE,
      roles: ['cashier', 'admin'],
      Badge: `${DESK}/DeskBadge#DeskBadge`,
    },
    counterLink,
    ...stockMenu,
  ],
  home: [
    {
      slug: 'desk',
      label: DESK_TITLE,
      roles: ['cashier'],
      Component: `${DESK}/Desk#Desk`,
      width: 'full',
    },
    ...adminHome,
  ],
  views: {
    desk: { path: '/desk', title: DESK_TITLE, Component: `${DESK}/DeskPage#DeskPage` },
    counter: counterView,
    ...stockViews,
  },
}
