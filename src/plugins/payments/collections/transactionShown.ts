import type { UIField } from 'payload'

import { TRANSACTION_COMPONENTS } from '../admin/transactions/parts'

/** What can be done with a transaction, beside its fields. */
export const actionsShown: UIField = {
  name: 'actions',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: TRANSACTION_COMPONENTS.actions },
  },
}

/** What happened to it, below them. */
export const timelineShown: UIField = {
  name: 'timeline',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: TRANSACTION_COMPONENTS.timeline } },
}
