import type { PayloadRequest } from 'payload'

import { isUuid } from '@/lib/uuid'
import type { Pemeriksaan } from '@/payload-types'

import { billNotFound } from '../errors'
import type { LockedBill } from '../sql'
import { findBill, lockBill } from '../sql'

/** As it is written in the database; null where no bill can have it. */
export const billId = (text: unknown): string | null =>
  typeof text === 'string' && isUuid(text) ? text.toLowerCase() : null

/** Locks a bill that must exist. @throws {ApiError} 404 */
export const existingBill = async (req: PayloadRequest, text: string): Promise<LockedBill> => {
  const id = billId(text)
  const bill = id && (await lockBill(req, id))
  if (!bill) throw billNotFound()
  return bill
}

/** The same, without a lock: for who must not hold one. @throws {ApiError} 404 */
export const knownBill = async (req: PayloadRequest, text: string): Promise<LockedBill> => {
  const id = billId(text)
  const bill = id && (await findBill(req, id))
  if (!bill) throw billNotFound()
  return bill
}

/** A bill as the signed-in user may see it. @throws {ApiError} 404 also for those of others */
export const readBill = async (req: PayloadRequest, text: string): Promise<Pemeriksaan> => {
  const id = billId(text)
  const doc =
    id &&
    (await req.payload.findByID({
      collection: 'pemeriksaan',
      id,
      depth: 0,
      disableErrors: true,
      req,
      overrideAccess: false,
    }))
  if (!doc) throw billNotFound()
  return doc
}
