import type { CollectionAfterChangeHook } from 'payload'

import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { takingOf } from '../operations/takingOf'

/** A bill that turns paid at the desk is an entry of its ledger; of what was paid online it has no money. */
export const takeMoney: CollectionAfterChangeHook<Pemeriksaan> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || !doc.paidAt || previousDoc.paidAt) return doc
  if (doc.total === 0 || doc.transaction) return doc
  await paymentsOf(req).desk.take(req, takingOf(doc))
  return doc
}
