import type { NewOrder } from '@/plugins/pharmacy/requests'

/** What a client sends to place an order, as it is read from a request. */
export const newOrder = (
  lines: { obat: number; quantity: number }[],
  method: NewOrder['payment_method'],
  rest: Partial<NewOrder> = {},
): NewOrder => ({
  items: lines.map(({ obat, quantity }) => ({ obat_id: obat, quantity })),
  payment_method: method,
  shipping_address: undefined,
  payment_details: undefined,
  customer_name: undefined,
  customer_phone: undefined,
  ...rest,
})
