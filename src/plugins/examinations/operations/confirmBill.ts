import type { PayloadRequest } from 'payload'

import { paymentsOf } from '@/plugins/payments/contract'

import { paymentNotFound } from '../errors'
import { findBill } from '../sql'

/**
 * What became of the payment of a bill: asks the gateway, settles what it says, and tells the state. What
 * the browser claims is never believed. Never within a database transaction.
 * @throws {ApiError} 404 for whatever is no payment of a bill
 */
export const confirmBill = async (
  req: PayloadRequest,
  orderId: string,
): Promise<{ status: string; dibayar: boolean }> => {
  const confirmed = await paymentsOf(req).online.confirm(req, 'pemeriksaan', orderId)
  if (!confirmed) throw paymentNotFound()
  const bill = await findBill(req, confirmed.itemId)
  return { status: confirmed.status, dibayar: bill?.isPaid ?? false }
}
