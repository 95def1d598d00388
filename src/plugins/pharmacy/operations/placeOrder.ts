import type { PayloadRequest } from 'payload'

import type { Order } from '@/payload-types'

import type { NewOrder } from '../requests'

/**
 * Places an order; the collection's hooks freeze the prices, take the stock and refuse.
 * @throws {ApiError} 400, 422 (apotek.md, "Create Order"; contracts/README, "apotek")
 */
export const placeOrder = async (req: PayloadRequest, input: NewOrder): Promise<Order> =>
  req.payload.create({
    collection: 'orders',
    data: {
      items: input.items.map(({ obat_id: obat, quantity }) => ({ obat, quantity })),
      shippingAddress: input.shipping_address ?? null,
      paymentMethod: input.payment_method ?? null,
      paymentDetails: input.payment_details ?? null,
      customerName: input.customer_name ?? null,
      customerPhone: input.customer_phone ?? null,
      cashReceived: input.cash_received ?? null,
      prescriptionSeen: input.prescription_seen ?? false,
      prescription: input.prescription_id ?? null,
    },
    depth: 0,
    req,
    overrideAccess: false,
  })
