import type { PayloadRequest } from 'payload'

import type { Order } from '@/payload-types'

/**
 * Writes a transition of an order that this transaction has locked. It goes through Payload's update, so
 * that the collection's hooks follow every change of state, whoever made it.
 */
export const changeOrder = async (
  req: PayloadRequest,
  id: number,
  data: Partial<Omit<Order, 'id' | 'items'>>,
): Promise<Order> =>
  req.payload.update({ collection: 'orders', id, data, depth: 0, req, overrideAccess: true })
