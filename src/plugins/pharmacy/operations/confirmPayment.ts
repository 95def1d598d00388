import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'

import { alreadyCancelled, alreadyCompleted, alreadyPaid, forbidden, notPaid } from '../errors'
import type { Taking } from '../requests'
import { changeOrder } from './changeOrder'
import { checkCash } from './checkCash'
import { refuseLiveCharge } from './endCharge'
import { existingOrder } from './openOrderFor'

/** The money is here: who took it, and when. The order no longer expires. */
const taken = (req: PayloadRequest) => ({
  paymentStatus: 'paid' as const,
  paidAt: new Date().toISOString(),
  paidBy: req.user?.id ?? null,
  expiresAt: null,
  rejectReason: null,
  rejectedAt: null,
})

/**
 * A cashier confirms that an order's money is here, cash included. Of two at once one wins. They may say
 * that it was paid in another way than the order says, and how much cash was handed over.
 * @throws {ApiError} 404; 403 `Forbidden`, also for an order of their own making as a patient; 400
 *   `Order already paid` or `Order cancelled` (apotek.md, "Confirm Payment"; contracts/README); 422 for
 *   cash that does not cover the total, or was none; 502 while it can still be paid online
 */
export const confirmPayment = async (
  req: PayloadRequest,
  id: number,
  { method, cashReceived }: Taking,
): Promise<Order> => {
  if (!isDesk(req)) throw forbidden()
  return withTransaction(req, async () => {
    const order = await existingOrder(req, id)
    if (order.status === 'cancelled') throw alreadyCancelled()
    if (order.isPaid) throw alreadyPaid()
    if (order.user === req.user?.id) throw forbidden()
    const paid = {
      paymentMethod: method ?? order.paymentMethod,
      cashReceived: cashReceived ?? null,
    }
    checkCash({ ...order, ...paid })
    await refuseLiveCharge(req, id)
    return changeOrder(req, id, { ...taken(req), ...paid })
  })
}

/**
 * The goods are handed over. Takes the money at that moment for `cod`.
 * @throws {ApiError} 404, 403, 400, 502
 */
export const completeOrder = async (req: PayloadRequest, id: number): Promise<Order> => {
  if (!isDesk(req)) throw forbidden()
  return withTransaction(req, async () => {
    const order = await existingOrder(req, id)
    if (order.status === 'cancelled') throw alreadyCancelled()
    if (order.status === 'completed') throw alreadyCompleted()
    if (order.isPaid) return changeOrder(req, id, { status: 'completed' })
    if (order.paymentMethod !== 'cod') throw notPaid()
    if (order.user === req.user?.id) throw forbidden()
    await refuseLiveCharge(req, id)
    return changeOrder(req, id, { ...taken(req), status: 'completed' })
  })
}
