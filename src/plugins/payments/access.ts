import type { CollectionConfig } from 'payload'

import { nobody, roles } from '@/access'

type Rules = NonNullable<CollectionConfig['access']>

/** The desk's money, of "Who may do what" (docs: architecture). */
const ledger: Rules = {
  read: roles('cashier', 'admin'),
  create: roles('cashier'),
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

export const cashEntries = ledger
export const shifts = ledger
