import type { OnlinePayment, Paper } from '@/plugins/payments/contract'

import type { OrderRow } from './contract.sql'
import { METHOD_LABELS } from './labels'
import { paidBy } from './paidBy'

export type { Paper } from '@/plugins/payments/contract'
export { PAPER_STATES } from '@/plugins/payments/contract'

const stateOf = ({ status, paid_at, refunded_at }: OrderRow): Paper['state'] => {
  if (refunded_at) return 'refunded'
  if (status === 'cancelled') return 'cancelled'
  return paid_at ? 'paid' : 'unpaid'
}

/** Who bought. An order at the counter that names nobody stands under the account of who made it. */
const customerOf = ({ customer_name, customer_phone, buyer, ...row }: OrderRow) => {
  const account = buyer?.role === 'patient' ? buyer : null
  return {
    name: customer_name ?? account?.name ?? null,
    phone: customer_phone ?? account?.phone ?? null,
    address: row.shipping_address,
  }
}

/** How the order says that it is paid; if it says nothing, as what its money was taken. */
const methodOf = (
  { payment_method, paid_at, proof, transaction_id }: OrderRow,
  online: OnlinePayment | null,
): string | null => {
  if (transaction_id) return `Daring (Midtrans${online?.channel ? `, ${online.channel}` : ''})`
  const method = payment_method ?? (paid_at ? paidBy({ paymentProof: proof }) : null)
  return method && METHOD_LABELS[method].id
}

const iso = (time: string): string => new Date(time).toISOString()

/**
 * What stands on the papers of an order.
 * @param online how it was paid online, if it was
 */
export const presentPaper = (row: OrderRow, online: OnlinePayment | null = null): Paper => ({
  type: 'order',
  id: row.id,
  number: `Order #${row.id}`,
  date: iso(row.created_at),
  customer: customerOf(row),
  lines: row.items.map(({ obat, quantity, unit_price, subtotal }) => ({
    name: obat.name,
    quantity,
    unit: obat.unit,
    price: unit_price,
    subtotal,
  })),
  total: row.total_price,
  method: methodOf(row, online),
  state: stateOf(row),
  paidAt: row.paid_at && iso(row.paid_at),
  confirmedBy: row.transaction_id ? 'Midtrans' : (row.taker?.name ?? null),
  received: row.paid_at ? row.cash_received : null,
})
