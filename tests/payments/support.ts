import { rows } from '../support/apotek'
import { rest } from '../support/generated'
import type { Person } from '../support/people'

export type Entry = {
  kind: string
  method: string
  amount: number
  shift: number | null
  by: number
  item: string | null
  reason: string | null
}

const COLUMNS = `kind, method, amount::float8 AS amount, shift_id AS shift, taken_by_id AS by,
                 item_id AS item, reason`

/** The entries of an order, oldest first. */
export const entriesOf = async (order: number): Promise<Entry[]> =>
  rows<Entry>(
    `SELECT ${COLUMNS} FROM cash_entries WHERE item_type = 'order' AND item_id = $1 ORDER BY id`,
    String(order),
  )

export const entriesIn = async (shift: number): Promise<Entry[]> =>
  rows<Entry>(`SELECT ${COLUMNS} FROM cash_entries WHERE shift_id = $1 ORDER BY id`, shift)

type Figures = Record<string, number | null>
export type ShiftDoc = {
  id: number
  cashier: number
  cashierName: string
  openingFloat: number
  isAutomatic: boolean
  note: string | null
  openedAt: string
  closedAt: string | null
  cash: Figures
  qris: Figures
  transfer: Figures
}

export const shiftsOf = async ({ id }: Person): Promise<number[]> =>
  (await rows<{ id: number }>('SELECT id FROM shifts WHERE cashier_id = $1 ORDER BY id', id)).map(
    (row) => row.id,
  )

export const openShift = async (cashier: Person, openingFloat = 100_000) =>
  rest<ShiftDoc>('POST', '/shifts', cashier, { openingFloat })

export const closeShift = async (cashier: Person, id: number, counted: Record<string, unknown>) =>
  rest<ShiftDoc>('POST', `/shifts/${id}/close`, cashier, counted)

/**
 * What the orders and the ledger say differently of each other: an order is paid when there is one
 * payment of its total, refunded when there is one refund of it, and free when it cost nothing.
 */
export const disagreements = async (): Promise<unknown[]> =>
  rows(
    `SELECT o.id, o.total_price, o.paid_at, o.refunded_at, entries.*
       FROM orders o,
            LATERAL (SELECT count(*) FILTER (WHERE kind = 'payment') AS payments,
                            count(*) FILTER (WHERE kind = 'refund') AS refunds,
                            bool_and(abs(amount) = o.total_price) AS same
                       FROM cash_entries WHERE item_type = 'order' AND item_id = o.id::text) entries
      -- Without a taker: written straight into the table, by a test of something else.
      WHERE (o.paid_at IS NULL OR o.paid_by_id IS NOT NULL)
        AND (entries.payments <> (o.paid_at IS NOT NULL AND o.total_price > 0)::int
         OR entries.refunds <> (o.refunded_at IS NOT NULL AND o.total_price > 0)::int
         OR entries.same IS FALSE)`,
  )
