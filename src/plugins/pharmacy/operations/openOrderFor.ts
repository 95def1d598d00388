import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'

import { alreadyCancelled, alreadyPaid, notTheOwner, orderNotFound } from '../errors'
import type { LockedOrder } from '../sql'
import { lockOrder } from '../sql'

const ID_MAX = 2_147_483_647

/** Locks an order that must exist. @throws {ApiError} 404 */
export const existingOrder = async (req: PayloadRequest, id: number): Promise<LockedOrder> => {
  const isPossible = Number.isInteger(id) && id > 0 && id <= ID_MAX
  const order = isPossible ? await lockOrder(req, id) : null
  if (!order) throw orderNotFound()
  return order
}

/**
 * Locks an order that the signed-in user may still pay for: its owner, or the desk.
 * @throws {ApiError} 404; 403 for anybody else; 400 when it is cancelled or paid
 */
export const openOrderFor = async (req: PayloadRequest, id: number): Promise<LockedOrder> => {
  const order = await existingOrder(req, id)
  if (order.user !== req.user?.id && !isDesk(req)) throw notTheOwner()
  if (order.status === 'cancelled') throw alreadyCancelled()
  if (order.isPaid || order.status !== 'pending') throw alreadyPaid()
  return order
}
