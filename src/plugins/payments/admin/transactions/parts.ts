import type { Role } from '@/access/roles'
import type { HomePart, MenuItem, PanelView } from '@/lib/panel/addToPanel'

const FOLDER = '@/plugins/payments/admin/transactions'

export const ADMINS: readonly Role[] = ['admin']
export const TO_ACT_ON = { en: 'Payments to act on', id: 'Pembayaran perlu tindakan' }

export const transactionMenu: MenuItem[] = [
  {
    path: '/payments',
    label: TO_ACT_ON,
    roles: ADMINS,
    Badge: `${FOLDER}/ActionBadge#ActionBadge`,
  },
]

export const transactionHome: HomePart[] = [
  {
    slug: 'payments-to-act-on',
    label: TO_ACT_ON,
    roles: ADMINS,
    Component: `${FOLDER}/ToActOnHome#ToActOnHome`,
    width: 'small',
  },
]

export const transactionViews: Record<string, PanelView> = {
  payments: {
    path: '/payments',
    title: TO_ACT_ON,
    Component: `${FOLDER}/ToActOnPage#ToActOnPage`,
  },
}

/** What stands on the page of a transaction, and above their list. */
export const TRANSACTION_COMPONENTS = {
  summary: `${FOLDER}/Summary#Summary`,
  timeline: `${FOLDER}/Timeline#Timeline`,
  actions: `${FOLDER}/Actions#Actions`,
  status: `${FOLDER}/Status#StatusCell`,
}
