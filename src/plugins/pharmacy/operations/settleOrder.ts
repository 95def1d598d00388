import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'
import type { Settled } from '@/plugins/payments/contract'

import { lockOrder } from '../sql'
import { changeOrder } from './changeOrder'

const refused = (reason: string): Settled => ({ isGiven: false, reason })

/**
 * The money of an order has come online: it is paid, and nobody at the desk has taken it. What was
 * cancelled or paid otherwise meanwhile cannot be paid any more.
 */
export const settleOrder = async (
  req: PayloadRequest,
  { id: transaction, itemId }: Pick<Transaction, 'id' | 'itemId'>,
): Promise<Settled> => {
  const order = await lockOrder(req, Number(itemId))
  if (!order) return refused(`Order #${itemId} tidak ada lagi.`)
  if (order.status === 'cancelled') return refused(`Order #${order.id} sudah dibatalkan.`)
  if (order.transaction === transaction) return { isGiven: true }
  if (order.isPaid) return refused(`Order #${order.id} sudah dibayar dengan cara lain.`)
  await changeOrder(req, order.id, {
    paymentStatus: 'paid',
    paidAt: new Date().toISOString(),
    paidBy: null,
    transaction,
    expiresAt: null,
    rejectReason: null,
    rejectedAt: null,
  })
  return { isGiven: true }
}
