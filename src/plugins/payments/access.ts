import type { CollectionConfig, GlobalConfig } from 'payload'

import { firstOf, nobody, own, roles } from '@/access'

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

const readOnly = (read: NonNullable<Rules['read']>): Rules => ({
  read,
  create: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
})

export const transactions = readOnly(
  firstOf(roles('cashier', 'admin'), ({ req }) =>
    req.user?.role === 'patient' ? own('user')({ req }) : false,
  ),
)
export const paymentNotifications = readOnly(roles('admin'))
export const refunds = readOnly(roles('admin'))

export const paymentSettings: NonNullable<GlobalConfig['access']> = {
  read: roles('admin'),
  update: roles('admin'),
}
