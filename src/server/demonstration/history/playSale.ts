import type { PayloadRequest } from 'payload'

import { cancelAtDesk } from '@/plugins/pharmacy/operations/cancelOrder'
import { completeOrder, confirmPayment } from '@/plugins/pharmacy/operations/confirmPayment'
import { placeOrder } from '@/plugins/pharmacy/operations/placeOrder'

import { newOrder } from '../newOrder'
import type { PlannedSale } from './plan'

/** Who pays cash hands over notes. */
const NOTE = 10_000

/**
 * A sale as it happens: placed, paid, handed over, or given back.
 * @param total what it costs
 * @returns the order's id
 */
export const playSale = async (
  sale: PlannedSale,
  total: number,
  { desk, patient }: { desk: PayloadRequest; patient: PayloadRequest },
): Promise<number> => {
  const { isOnline, method } = sale
  const isCash = !isOnline && method === 'cash'
  const order = newOrder(sale.lines, method, {
    prescription_seen: !isOnline,
    customer_name: sale.customer ?? undefined,
    ...(isCash ? { cash_received: Math.ceil(total / NOTE) * NOTE } : {}),
  })
  const { id } = await placeOrder(isOnline ? patient : desk, order)
  const isPaidAtTheDoor = method === 'cod' && sale.refund === null
  if (isOnline && !isPaidAtTheDoor) await confirmPayment(desk, id, {})
  if (sale.refund !== null) await cancelAtDesk(desk, id, sale.refund)
  else await completeOrder(desk, id)
  return id
}
