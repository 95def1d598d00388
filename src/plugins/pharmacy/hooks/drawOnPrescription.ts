import type { CollectionAfterChangeHook } from 'payload'

import type { Order } from '@/payload-types'

import { drawOn } from '../prescriptions.sql'

/** A new order takes its obat off the prescription that was chosen for it, in its own transaction. */
export const drawOnPrescription: CollectionAfterChangeHook<Order> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create' || !doc.prescription) return doc
  const { prescription } = doc
  await drawOn(req, typeof prescription === 'object' ? prescription.id : prescription, doc.id)
  return doc
}
