import type { CollectionAfterChangeHook } from 'payload'

import type { Order } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { takingOf } from '../operations/takingOf'

/**
 * An order that turns paid is an entry of the desk's ledger, in the order's own transaction. Where
 * nothing was paid (a total of 0), or it was paid online, the desk has no money, and no entry.
 */
export const takeMoney: CollectionAfterChangeHook<Order> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const wasPaid = operation === 'update' && Boolean(previousDoc.paidAt)
  if (!doc.paidAt || wasPaid || !doc.totalPrice || doc.transaction) return doc
  await paymentsOf(req).desk.take(req, takingOf(doc))
  return doc
}
