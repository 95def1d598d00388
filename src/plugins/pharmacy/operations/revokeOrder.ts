import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'

import { lockOrder } from '../sql'
import { changeOrder } from './changeOrder'

const REASON = 'Pembayaran daring dikembalikan'

/**
 * The money of an order that was paid online went back. Goods that are still here return to the shelf,
 * and the order is cancelled; what was handed over stays sold, and only the money is noted.
 */
export const revokeOrder = async (
  req: PayloadRequest,
  { id: transaction, itemId }: Pick<Transaction, 'id' | 'itemId'>,
): Promise<void> => {
  const order = await lockOrder(req, Number(itemId))
  if (order?.transaction !== transaction || order.isRefunded) return
  const now = new Date().toISOString()
  const by = req.user?.id ?? null
  const cancelled = {
    status: 'cancelled' as const,
    cancelledAt: now,
    cancelledBy: by,
    cancelReason: REASON,
  }
  await changeOrder(req, order.id, {
    ...(order.status === 'pending' ? cancelled : {}),
    refundedAt: now,
    refundedBy: by,
  })
}
