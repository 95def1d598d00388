import type { CollectionAfterChangeHook } from 'payload'

import type { PaymentProof } from '@/payload-types'

import { changeOrder } from '../operations/changeOrder'

/** The newest proof is the order's; an earlier refusal is answered by it. */
export const linkProof: CollectionAfterChangeHook<PaymentProof> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create') return doc
  const order = typeof doc.order === 'object' ? doc.order.id : doc.order
  await changeOrder(req, order, { paymentProof: doc.id, rejectReason: null, rejectedAt: null })
  return doc
}
