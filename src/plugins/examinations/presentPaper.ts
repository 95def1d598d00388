import type { OnlinePayment, Paper } from '@/plugins/payments/contract'

import { METHOD_LABELS } from './labels'
import { billTitle } from './operations/quoteBill'
import type { BillRow } from './sql'

const stateOf = ({ isPaid, isClosed }: BillRow): Paper['state'] => {
  if (isClosed) return 'refunded'
  return isPaid ? 'paid' : 'unpaid'
}

const methodOf = (
  { transaction, method }: BillRow,
  online: OnlinePayment | null,
): string | null => {
  if (transaction) return `Daring (Midtrans${online?.channel ? `, ${online.channel}` : ''})`
  return method && METHOD_LABELS[method].id
}

const iso = (time: string): string => new Date(time).toISOString()

/**
 * What stands on the papers of a bill.
 * @param online how it was paid online, if it was
 */
export const presentPaper = (row: BillRow, online: OnlinePayment | null): Paper => ({
  type: 'pemeriksaan',
  id: row.id,
  number: billTitle(row),
  date: iso(row.date),
  customer: { name: row.patientName, phone: row.patientPhone, address: null },
  lines: row.items.map((line) => ({
    ...line,
    unit: null,
    subtotal: line.price * line.quantity,
  })),
  total: row.total,
  method: methodOf(row, online),
  state: stateOf(row),
  paidAt: row.paidAt && iso(row.paidAt),
  confirmedBy: row.transaction ? 'Midtrans' : row.takerName,
  received: row.cashReceived,
})
