import type { CollectionAfterChangeHook } from 'payload'

import type { Order } from '@/payload-types'

import { appendMovements } from '../sql'

/** A new order takes its goods from the shelf, in the order's own transaction. */
export const takeStock: CollectionAfterChangeHook<Order> = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc
  const sales = doc.items.map(({ obat, quantity }) => ({
    obat: typeof obat === 'object' ? obat.id : obat,
    quantity: -quantity,
  }))
  await appendMovements(req, 'sale', doc.id, sales, req.user?.id ?? null)
  return doc
}
