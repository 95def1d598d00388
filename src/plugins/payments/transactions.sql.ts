import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { TransactionEvent } from './constants'
import type { PayableType, TransactionStatus } from './contract'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What is needed to decide; amounts in whole rupiah. */
export type LockedTransaction = {
  id: string
  status: TransactionStatus
  amount: number
  refundedAmount: number
  refundDueAmount: number
  isUnderReview: boolean
  isDisputed: boolean
  isPaid: boolean
  couponCode: string | null
  /** Its time to be paid is over. */
  isOver: boolean
}

const columns = sql`id, status, amount::float8 AS amount, refunded_amount::float8 AS "refundedAmount",
  refund_due_amount::float8 AS "refundDueAmount", under_review IS TRUE AS "isUnderReview",
  disputed IS TRUE AS "isDisputed", paid_at IS NOT NULL AS "isPaid", coupon_code AS "couponCode",
  coalesce(expires_at < clock_timestamp(), false) AS "isOver"`

/** Locks a transaction for a change; always the first row that is locked. */
export const lockTransaction = async (
  req: Request,
  id: string,
): Promise<LockedTransaction | null> => {
  const rows = await query<LockedTransaction>(
    req,
    sql`SELECT ${columns} FROM transactions WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

type Item = { type: PayableType; id: string }

/** Queues the checkouts of one user for one item, to the end of this transaction. */
export const lockCheckout = async (req: Request, user: number, item: Item): Promise<void> => {
  const name = `checkout ${user} ${item.type} ${item.id}`
  await query(req, sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/** The live transaction of one user for one item, locked. */
export const lockPending = async (
  req: Request,
  user: number,
  { type, id }: Item,
): Promise<LockedTransaction | null> => {
  const rows = await query<LockedTransaction>(
    req,
    sql`SELECT ${columns} FROM transactions
         WHERE type = ${type} AND item_id = ${id} AND user_id = ${user} AND status = 'PENDING'
           FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

export const pendingOfItem = async (req: Request, { type, id }: Item): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    req,
    sql`SELECT id FROM transactions
         WHERE type = ${type} AND item_id = ${id} AND status = 'PENDING' ORDER BY id`,
  )
  return rows.map((row) => row.id)
}

export const isItemPaid = async (req: Request, { type, id }: Item): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 AS paid FROM transactions
         WHERE type = ${type} AND item_id = ${id} AND status = 'SUCCESS' LIMIT 1`,
  )
  return rows.length > 0
}

/**
 * Whether an item has a charge that could still be paid, or get one without being priced again: while a
 * charge is replaced by another, its transaction is pending without any.
 */
export const hasLiveCharge = async (req: Request, { type, id }: Item): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 AS live FROM transactions t
         WHERE t.type = ${type} AND t.item_id = ${id}
           AND (t.status = 'PENDING' OR EXISTS (
             SELECT 1 FROM payment_attempts a
              WHERE a.transaction_id = t.id
                AND a.state IN ('creating', 'open', 'unknown', 'ending'))) LIMIT 1`,
  )
  return rows.length > 0
}

/** The next number of an invoice: unique, rising, with gaps where a checkout was refused after it. */
export const nextInvoice = async (req: Request, letters: string, year: number): Promise<number> => {
  const [row] = await query<{ last: number }>(
    req,
    sql`INSERT INTO invoice_counters (letters, year, last) VALUES (${letters}, ${year}, 1)
        ON CONFLICT (letters, year) DO UPDATE SET last = invoice_counters.last + 1
        RETURNING last`,
  )
  if (!row) throw new Error('An insert returned no row.')
  return row.last
}

/** A transaction whose time is over and that nobody can pay any more, locked; others' are skipped. */
export const lockNextToExpire = async (
  req: Request,
  except: readonly string[],
): Promise<string | null> => {
  const rows = await query<{ id: string }>(
    req,
    sql`SELECT id FROM transactions t
         WHERE status = 'PENDING' AND expires_at < clock_timestamp()
           AND NOT id = ANY(${`{${except.join(',')}}`}::varchar[])
           AND NOT EXISTS (SELECT 1 FROM payment_attempts a
                            WHERE a.transaction_id = t.id
                              AND a.state IN ('creating', 'open', 'unknown', 'ending'))
         ORDER BY expires_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
  )
  return rows[0]?.id ?? null
}

/** Appends to the life of a transaction. */
export const insertEvent = async (
  req: Request,
  transactionId: string,
  {
    kind,
    detail,
    by,
  }: { kind: TransactionEvent; detail: Record<string, unknown>; by: number | null },
): Promise<void> => {
  await query(
    req,
    sql`INSERT INTO transaction_events (transaction_id, kind, detail, by_id)
        VALUES (${transactionId}, ${kind}, ${JSON.stringify(detail)}::jsonb, ${by})`,
  )
}
