import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'

import { paymentsOf } from '@/plugins/payments/contract'

import { alreadyCancelled, alreadyPaid, forbidden, notPending, notTheOwner } from '../errors'
import { findPayingTransaction } from '../sql'
import { changeOrder } from './changeOrder'
import { refuseLiveCharge } from './endCharge'
import { existingOrder } from './openOrderFor'
import { reasonOf } from './reasonOf'

const cancelled = (req: PayloadRequest, cancelReason: string | null) => ({
  status: 'cancelled' as const,
  cancelledAt: new Date().toISOString(),
  cancelledBy: req.user?.id ?? null,
  cancelReason,
})

/**
 * The owner cancels an order that is pending and not paid; its stock returns.
 * @throws {ApiError} 404, 403 `Unauthorized`, 400 (apotek.md, "Cancel Order"); 502 while it can still be
 *   paid online
 */
export const cancelOwnOrder = async (req: PayloadRequest, id: number): Promise<Order> =>
  withTransaction(req, async () => {
    const order = await existingOrder(req, id)
    if (order.user !== req.user?.id) throw notTheOwner()
    if (order.status !== 'pending' || order.isPaid) throw notPending()
    await refuseLiveCharge(req, id)
    return changeOrder(req, id, cancelled(req, null))
  })

/**
 * What was paid online for an order is due to go back. Transactions are locked before orders, as by the
 * gateway's notices.
 */
const oweOnline = async (
  req: PayloadRequest,
  id: number,
  reason: string,
): Promise<string | null> => {
  const transaction = await findPayingTransaction(req, id)
  if (!transaction) return null
  const why = `Order #${id} dibatalkan di kasir: ${reason}`
  await paymentsOf(req).charges.owe(req, transaction, why)
  return transaction
}

/**
 * The desk cancels a pending order with a reason; of a paid one it records the money going back, and
 * what was paid online is owed to the buyer: admins refund it. A sale at the counter, which was handed
 * over at once, is taken back in the same way.
 * @throws {ApiError} 422, 404, 403, 400 (contracts/README, "apotek"); 502 while it can still be paid online
 */
export const cancelAtDesk = async (
  req: PayloadRequest,
  id: number,
  given: string,
): Promise<Order> => {
  if (!isDesk(req)) throw forbidden()
  const reason = reasonOf(given)
  return withTransaction(req, async () => {
    const transaction = await oweOnline(req, id, reason)
    const order = await existingOrder(req, id)
    if (order.status === 'cancelled') throw alreadyCancelled()
    const mayCancel = order.status === 'pending' || order.isCounterSale
    if (!mayCancel) throw notPending()
    // Paid online in this very moment: whoever cancels should see that first.
    if (order.transaction !== transaction) throw alreadyPaid()
    if (!order.isPaid) await refuseLiveCharge(req, id)
    const refund =
      order.isPaid && !transaction
        ? { refundedAt: new Date().toISOString(), refundedBy: req.user?.id ?? null }
        : {}
    return changeOrder(req, id, { ...cancelled(req, reason), ...refund })
  })
}

/** A patient cancels their own order; the desk cancels any, and says why. */
export const cancelOrder = async (
  req: PayloadRequest,
  id: number,
  reason: string,
): Promise<Order> => (isDesk(req) ? cancelAtDesk(req, id, reason) : cancelOwnOrder(req, id))

/** The sweeper cancels an order whose time is over; the caller has locked it and seen that it is due. */
export const expireOrder = async (req: PayloadRequest, id: number): Promise<Order> =>
  changeOrder(req, id, cancelled(req, 'Batas waktu pembayaran terlewati'))
