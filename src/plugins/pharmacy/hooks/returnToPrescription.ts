import type { CollectionAfterChangeHook } from 'payload'

import type { Order } from '@/payload-types'

import { giveBack } from '../prescriptions.sql'

/** An order that turns cancelled, by whichever door, gives back what it took of a prescription, once. */
export const returnToPrescription: CollectionAfterChangeHook<Order> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || !doc.prescription) return doc
  if (doc.status !== 'cancelled' || previousDoc.status === 'cancelled') return doc
  await giveBack(req, doc.id)
  return doc
}
