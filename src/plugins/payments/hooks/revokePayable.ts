import type { CollectionAfterChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

import { payableFor } from '../engine'
import { whyOf } from '../operations/changeTransaction'

/** What was given goes back with its money: full refund, deny after settlement, chargeback. */
export const revokePayable: CollectionAfterChangeHook<Transaction> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || previousDoc.status !== 'SUCCESS') return doc
  const isChargedBack = whyOf(req)?.cause === 'chargeback'
  if (doc.status === 'SUCCESS' && !isChargedBack) return doc
  await payableFor(req, doc.type)?.revoke({ req, transaction: doc })
  return doc
}
