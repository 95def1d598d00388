import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'

import { forbidden, priceChanged } from '../errors'
import type { CounterSale } from '../requests'
import { completeOrder } from './confirmPayment'

/**
 * A sale at the counter: ordered, paid and handed over in one transaction, or not at all.
 * @throws {ApiError} 403; 400 and 422 as an order is refused; 409 when it costs something else than the
 *   customer was told
 */
export const sellAtCounter = async (
  req: PayloadRequest,
  { totalPrice, ...sale }: CounterSale,
): Promise<Order> => {
  if (!isDesk(req)) throw forbidden()
  return withTransaction(req, async () => {
    const order = await req.payload.create({
      collection: 'orders',
      data: {
        ...sale,
        customerName: sale.customerName ?? null,
        customerPhone: sale.customerPhone ?? null,
        cashReceived: sale.cashReceived ?? null,
        prescriptionSeen: sale.prescriptionSeen ?? false,
        prescription: sale.prescription ?? null,
      },
      depth: 0,
      req,
      overrideAccess: false,
    })
    if (totalPrice !== undefined && totalPrice !== order.totalPrice) {
      throw priceChanged(order.totalPrice ?? 0)
    }
    return completeOrder(req, order.id)
  })
}
