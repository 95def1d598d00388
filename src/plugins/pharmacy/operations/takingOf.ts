import type { Order } from '@/payload-types'
import type { Taking } from '@/plugins/payments/contract'

import { paidBy } from '../paidBy'

/** What the desk takes for an order, or gives back of it. */
export const takingOf = (order: Order): Taking => ({
  item: { type: 'order', id: order.id, title: `Order #${order.id}` },
  amount: order.totalPrice ?? 0,
  method: paidBy(order),
})
