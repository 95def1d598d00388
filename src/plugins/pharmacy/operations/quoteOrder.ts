import type { PayloadRequest } from 'payload'

import type { ItemRef, Quote } from '@/plugins/payments/contract'

import { alreadyCancelled, alreadyPaid, payableNotFound } from '../errors'
import type { LockedOrder } from '../sql'
import { lockOrder } from '../sql'

const ID_MAX = 2_147_483_647

const ownOrder = async (req: PayloadRequest, user: number, item: ItemRef): Promise<LockedOrder> => {
  const id = /^[1-9]\d{0,9}$/.test(item.id) ? Number(item.id) : 0
  const order = id > 0 && id <= ID_MAX ? await lockOrder(req, id) : null
  if (order?.user !== user) throw payableNotFound()
  return order
}

/**
 * What one's own order costs; its prices were frozen when it was placed. It can be paid until it expires.
 * The order is locked: nobody else takes its money until there is a charge for it.
 * @throws {ApiError} 404 `Order tidak ditemukan`; 400 `Order cancelled`, `Order already paid`
 */
export const quoteOrder = async (
  req: PayloadRequest,
  user: number,
  item: ItemRef,
): Promise<Quote> => {
  const { id, status, isPaid, isOverdue, totalPrice, expiresAt } = await ownOrder(req, user, item)
  if (status === 'cancelled' || isOverdue) throw alreadyCancelled()
  if (isPaid || status !== 'pending') throw alreadyPaid()
  return {
    title: `Order #${id}`,
    snapshot: { id, title: `Order #${id}`, thumbnail_url: null },
    originalAmount: totalPrice,
    discount: 0,
    amount: totalPrice,
    coupon: null,
    ...(expiresAt ? { payBy: new Date(expiresAt) } : {}),
  }
}
