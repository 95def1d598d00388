import { randomUUID } from 'node:crypto'

import type { Transaction } from '@/payload-types'

import { rows } from './apotek'
import { testPayload } from './payload'

/** A pending transaction for an order, as the ledger has it, without a charge at the gateway. */
export const orderTransaction = async (
  order: number,
  user: number | null,
  amount = 14_000,
): Promise<Transaction> => {
  const id = randomUUID()
  await rows(
    `INSERT INTO transactions (id, invoice_number, type, item_id, item_title, user_id,
                               original_amount, discount, amount, refunded_amount, refund_due_amount)
     VALUES ($1, $1, 'order', $2, 'Order', $3, $4, 0, $4, 0, 0)`,
    id,
    String(order),
    user,
    amount,
  )
  return (await testPayload()).findByID({ collection: 'transactions', id, depth: 0 })
}
