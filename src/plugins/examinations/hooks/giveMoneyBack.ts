import type { CollectionAfterChangeHook } from 'payload'

import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { takingOf } from '../operations/takingOf'

/** A bill whose money the desk gives back is a second entry of its ledger. */
export const giveMoneyBack: CollectionAfterChangeHook<Pemeriksaan> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || !doc.refundedAt || previousDoc.refundedAt) return doc
  if (doc.total === 0) return doc
  const reason = doc.refundReason ?? ''
  await paymentsOf(req).desk.giveBack(req, { ...takingOf(doc), reason })
  return doc
}
