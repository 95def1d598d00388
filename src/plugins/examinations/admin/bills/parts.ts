import type { Role } from '@/access/roles'
import type { PanelAdditions } from '@/lib/panel/addToPanel'

import { panelRefusals } from '../../panelRefusals'
import { WORDS } from '../words'

const FOLDER = '@/plugins/examinations/admin/bills'

export const BILLS_TITLE = { en: WORDS.en.title, id: WORDS.id.title }
export const BILLS_ROLES: readonly Role[] = ['cashier', 'admin']

/** Bills that wait for their money: a page of the desk, and a part of a cashier's first page. */
export const billsPanel: PanelAdditions = {
  refusals: panelRefusals,
  menu: [{ path: '/tagihan', label: BILLS_TITLE, roles: BILLS_ROLES }],
  home: [
    {
      slug: 'bills',
      label: BILLS_TITLE,
      roles: ['cashier'],
      Component: `${FOLDER}/Bills#Bills`,
      width: 'full',
    },
  ],
  views: {
    bills: { path: '/tagihan', title: BILLS_TITLE, Component: `${FOLDER}/BillsPage#BillsPage` },
  },
}
