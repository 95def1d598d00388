import type { PayloadRequest } from 'payload'

import type { User } from '@/payload-types'
import { cancelAtDesk } from '@/plugins/pharmacy/operations/cancelOrder'
import { completeOrder, confirmPayment } from '@/plugins/pharmacy/operations/confirmPayment'
import { placeOrder } from '@/plugins/pharmacy/operations/placeOrder'

import { actAs } from '../actAs'
import { newOrder } from '../newOrder'
import type { PlannedSale } from './plan'

/**
 * A sale as it happens: placed, paid, handed over, or given back.
 * @returns the order's id
 */
export const playSale = async (
  req: PayloadRequest,
  sale: PlannedSale,
  { cashier, patient }: { cashier: User; patient: User },
): Promise<number> => {
  const desk = await actAs(req, cashier)
  const buyer = sale.isOnline ? await actAs(req, patient) : desk
  const { id } = await placeOrder(
    buyer,
    newOrder(sale.lines, sale.method, {
      prescription_seen: !sale.isOnline,
      customer_name: sale.customer ?? undefined,
    }),
  )
  const isPaidAtOnce = !sale.isOnline
  const isPaidAtTheDoor = sale.method === 'cod' && sale.refund === null
  if (!isPaidAtOnce && !isPaidAtTheDoor) await confirmPayment(desk, id)
  if (sale.refund !== null) await cancelAtDesk(desk, id, sale.refund)
  else await completeOrder(desk, id)
  return id
}
