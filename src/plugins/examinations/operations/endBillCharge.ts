import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { alreadyPaid, forbidden } from '../errors'
import { readBill } from './existingBill'

/** @throws {ApiError} 400 when it turns out to be paid; 502 */
export const endLiveCharge = async (req: PayloadRequest, id: string): Promise<void> => {
  const { isPaid } = await paymentsOf(req).charges.end(req, { type: 'pemeriksaan', id })
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
