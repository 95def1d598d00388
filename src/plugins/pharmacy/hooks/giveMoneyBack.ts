import type { CollectionAfterChangeHook } from 'payload'

import type { Order } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { takingOf } from '../operations/takingOf'

/**
 * A paid order whose money goes back is a second entry of the desk's ledger, with the same reason. What
 * was paid online goes back online.
 */
export const giveMoneyBack: CollectionAfterChangeHook<Order> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return doc
  if (!doc.refundedAt || previousDoc.refundedAt || !doc.totalPrice || doc.transaction) return doc
  const reason = doc.cancelReason ?? ''
  await paymentsOf(req).desk.giveBack(req, { ...takingOf(doc), reason })
  return doc
}
