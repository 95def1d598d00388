import type { CollectionAfterChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

import { payableFor } from '../engine'

/** What was held while paying (coupon, seat) is free again when the payment ends without success. */
export const releaseHold: CollectionAfterChangeHook<Transaction> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || previousDoc.status !== 'PENDING') return doc
  if (doc.status === 'PENDING' || doc.status === 'SUCCESS') return doc
  await payableFor(req, doc.type)?.release({ req, transaction: doc })
  return doc
}
