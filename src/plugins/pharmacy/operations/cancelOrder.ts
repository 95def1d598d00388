import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'

import { alreadyCancelled, forbidden, notPending, notTheOwner } from '../errors'
import { changeOrder } from './changeOrder'
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
 * @throws {ApiError} 404, 403 `Unauthorized`, 400 (apotek.md, "Cancel Order")
 */
export const cancelOwnOrder = async (req: PayloadRequest, id: number): Promise<Order> =>
  withTransaction(req, async () => {
    const order = await existingOrder(req, id)
    if (order.user !== req.user?.id) throw notTheOwner()
    if (order.status !== 'pending' || order.isPaid) throw notPending()
    return changeOrder(req, id, cancelled(req, null))
  })

/**
 * The desk cancels a pending order with a reason; of a paid one it records the money going back. A sale
 * at the counter, which was handed over at once, is taken back in the same way.
 * @throws {ApiError} 422, 404, 403, 400 (contracts/README, "apotek")
 */
export const cancelAtDesk = async (
  req: PayloadRequest,
  id: number,
  given: string,
): Promise<Order> => {
  if (!isDesk(req)) throw forbidden()
  const reason = reasonOf(given)
  return withTransaction(req, async () => {
    const order = await existingOrder(req, id)
    if (order.status === 'cancelled') throw alreadyCancelled()
    const mayCancel = order.status === 'pending' || order.isCounterSale
    if (!mayCancel) throw notPending()
    const refund = order.isPaid
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
