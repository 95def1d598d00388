import type { PayableType } from '@/plugins/payments/contract'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'

type Paying = { id: string; order_id: string; amount: number; status: string }

/** Asks to pay an order online. */
export const payOnline = async ({ token }: Pick<Person, 'token'>, id: number | string) => {
  const body = { type: 'order' satisfies PayableType, id }
  const { status, body: answer } = await api('POST', '/payments', { token, body })
  return { status, body: answer as { message: string; data: Paying } }
}

/** An order's live charge: its page is open, and QRIS is chosen on it. */
export const charged = async (payer: Person, order: number): Promise<Paying> => {
  const { status, body } = await payOnline(payer, order)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  const simulator = await testSimulator()
  simulator.change(body.data.order_id, {
    transaction_status: 'pending',
    payment_type: 'qris',
    notify: 0,
  })
  return body.data
}

/** The money is at the gateway; nobody here was told yet. */
export const payAtGateway = async ({ order_id: id }: Pick<Paying, 'order_id'>): Promise<void> =>
  (await testSimulator()).change(id, {
    transaction_status: 'settlement',
    payment_type: 'qris',
    notify: 0,
  })

/** What the gateway says of a charge. */
export const atGateway = async ({ order_id: id }: Pick<Paying, 'order_id'>): Promise<unknown> =>
  (await testSimulator()).look(id).transaction_status

let admin: Promise<Person> | undefined

/** The gateway is asked about a transaction, as after a notice. */
export const sync = async ({ id }: Pick<Paying, 'id'>): Promise<void> => {
  admin ??= person('admin')
  const { token } = await admin
  const { status, body } = await api('POST', `/transactions/${id}/sync`, { token })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
}

/** An order, its money at the desk, and its newest transaction, as they stand. */
export const stateOf = async (order: number) => {
  const [kept] = await rows(
    `SELECT o.status, o.paid_at IS NOT NULL AS paid, o.paid_by_id AS by,
            o.transaction_id IS NOT NULL AS online, o.refunded_at IS NOT NULL AS refunded,
            (SELECT count(*)::int FROM cash_entries
              WHERE item_type = 'order' AND item_id = o.id::text) AS entries,
            t.status AS transaction, t.refund_due_amount::float8 AS due
       FROM orders o LEFT JOIN LATERAL (
            SELECT status, refund_due_amount FROM transactions
             WHERE type = 'order' AND item_id = o.id::text ORDER BY created_at DESC LIMIT 1) t ON true
      WHERE o.id = $1`,
    order,
  )
  return kept
}
