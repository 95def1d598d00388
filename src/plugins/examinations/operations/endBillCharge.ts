import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { alreadyPaid, forbidden } from '../errors'
import { knownBill, readBill } from './existingBill'

/**
 * Of whether it is paid the bill has the last word: a payment that succeeded once, and that the payer's bank
 * took back, or that came for another amount, is none of it.
 * @throws {ApiError} 400 when it turns out to be paid; 502
 */
export const endLiveCharge = async (req: PayloadRequest, id: string): Promise<void> => {
  await paymentsOf(req).charges.end(req, { type: 'pemeriksaan', id })
  const { isPaid } = await knownBill(req, id)
  if (isPaid) throw alreadyPaid()
}

/**
 * Ends the online payment of a bill, so that it can be changed, or paid in another way; by the desk or its
 * doctor. What turns out to be paid is settled. Never within a database transaction: it asks the gateway.
 * @throws {ApiError} 403, 404; 400 `Pemeriksaan sudah dibayar`; 502 when the gateway cannot say
 */
export const endBillCharge = async (req: PayloadRequest, text: string): Promise<Pemeriksaan> => {
  if (!hasRole(req, 'admin', 'cashier', 'doctor')) throw forbidden()
  const { id } = await readBill(req, text)
  await endLiveCharge(req, id)
  return readBill(req, id)
}
