import type { CollectionAfterChangeHook } from 'payload'

import type { Order } from '@/payload-types'

import { returnSales } from '../sql'

/** An order that turns cancelled puts its goods back, once; the ledger's unique key keeps it so. */
export const returnStock: CollectionAfterChangeHook<Order> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return doc
  if (doc.status !== 'cancelled' || previousDoc.status === 'cancelled') return doc
  await returnSales(req, doc.id, req.user?.id ?? null)
  return doc
}
