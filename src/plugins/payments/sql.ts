import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { EntryKind } from './constants'
import type { CashMethod, PayableType } from './contract'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/**
 * The open shift of a user, held open to the end of this transaction: closing it waits. One that was
 * being closed meanwhile is not found any more.
 */
export const holdOpenShift = async (req: Request, cashier: number): Promise<number | null> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM shifts WHERE cashier_id = ${cashier} AND closed_at IS NULL FOR SHARE`,
  )
  return rows[0]?.id ?? null
}

/** Queues those who would open a shift for one user at once. */
export const lockCashier = async (req: Request, cashier: number): Promise<void> => {
  await query(req, sql`SELECT 1 FROM users WHERE id = ${cashier} FOR NO KEY UPDATE`)
}

/** Opens a shift that nobody stated a float for. */
export const insertAutomaticShift = async (req: Request, cashier: number): Promise<number> => {
  const [row] = await query<{ id: number }>(
    req,
    sql`INSERT INTO shifts (cashier_id, opened_at, opening_float, is_automatic)
        VALUES (${cashier}, clock_timestamp(), 0, true) RETURNING id`,
  )
  if (!row) throw new Error('An insert returned no row.')
  return row.id
}

type NewEntry = {
  kind: EntryKind
  method: CashMethod
  /** Signed whole rupiah: in +, out −. */
  amount: number
  shift: number
  takenBy: number
  item: { type: PayableType; id: string; title: string }
  reason: string | null
}

/** Appends an entry about an item; triggers and keys refuse what cannot be (migrations: cash desk guards). */
export const insertEntry = async (req: Request, entry: NewEntry): Promise<void> => {
  const { kind, method, amount, shift, takenBy, item, reason } = entry
  await query(
    req,
    sql`INSERT INTO cash_entries
               (kind, method, amount, shift_id, taken_by_id, item_type, item_id, item_title, reason,
                created_at, updated_at)
        VALUES (${kind}, ${method}, ${amount}, ${shift}, ${takenBy}, ${item.type}, ${item.id},
                ${item.title}, ${reason}, clock_timestamp(), clock_timestamp())`,
  )
}

export type LockedShift = { id: number; cashier: number; isClosed: boolean; isAutomatic: boolean }

/** Locks a shift for a change of its own; entries that are being written are waited for. */
export const lockShift = async (req: Request, id: number): Promise<LockedShift | null> => {
  const rows = await query<LockedShift>(
    req,
    sql`SELECT id, cashier_id AS cashier, closed_at IS NOT NULL AS "isClosed",
               is_automatic IS TRUE AS "isAutomatic"
          FROM shifts WHERE id = ${id} FOR UPDATE`,
  )
  return rows[0] ?? null
}

const count = (method: CashMethod) => sql`(count(*) FILTER (WHERE method = ${method}))::float8`
const payments = (method: CashMethod) =>
  sql`(count(*) FILTER (WHERE method = ${method} AND kind = 'payment'))::float8`
/** What came in, or went out, by one kind of entry; never negative. */
const sum = (method: CashMethod, kind: EntryKind) =>
  sql`coalesce(abs(sum(amount) FILTER (WHERE method = ${method} AND kind = ${kind})), 0)::float8`

/** The sums of a shift's entries, in one row. */
const sumsOf = (shift: number) => sql`
  SELECT ${count('cash')} AS cash_count, ${payments('cash')} AS cash_payments,
         ${sum('cash', 'payment')} AS cash_taken, ${sum('cash', 'refund')} AS cash_returned,
         ${sum('cash', 'pay-in')} AS cash_paid_in, ${sum('cash', 'pay-out')} AS cash_paid_out,
         ${count('qris')} AS qris_count, ${payments('qris')} AS qris_payments,
         ${sum('qris', 'payment')} AS qris_taken, ${sum('qris', 'refund')} AS qris_returned,
         ${count('bank_transfer')} AS transfer_count, ${payments('bank_transfer')} AS transfer_payments,
         ${sum('bank_transfer', 'payment')} AS transfer_taken,
         ${sum('bank_transfer', 'refund')} AS transfer_returned
    FROM cash_entries WHERE shift_id = ${shift}`

export type Sums = {
  cash_count: number
  cash_payments: number
  cash_taken: number
  cash_returned: number
  cash_paid_in: number
  cash_paid_out: number
  qris_count: number
  qris_payments: number
  qris_taken: number
  qris_returned: number
  transfer_count: number
  transfer_payments: number
  transfer_taken: number
  transfer_returned: number
}

/** What a shift has taken so far. */
export const readSums = async (req: Request, shift: number): Promise<Sums> => {
  const [row] = await query<Sums>(req, sumsOf(shift))
  if (!row) throw new Error('An aggregate returned no row.')
  return row
}

export type Counted = { cash: number; qris: number | null; transfer: number | null }

/**
 * Closes a shift that this transaction has locked: sums, expectations and differences by one statement,
 * in one snapshot. Every entry was committed before the lock was given, or comes after the closing.
 */
export const closeLockedShift = async (
  req: Request,
  id: number,
  { cash, qris, transfer }: Counted,
  note: string | null,
): Promise<void> => {
  await query(
    req,
    sql`UPDATE shifts SET
          closed_at = clock_timestamp(), updated_at = clock_timestamp(),
          note = coalesce(${note}::text, note),
          cash_count = sums.cash_count, cash_payments = sums.cash_payments,
          cash_taken = sums.cash_taken, cash_returned = sums.cash_returned,
          cash_paid_in = sums.cash_paid_in, cash_paid_out = sums.cash_paid_out,
          cash_expected = opening_float + cash.net,
          cash_counted = ${cash}::numeric, cash_difference = ${cash}::numeric - opening_float - cash.net,
          qris_count = sums.qris_count, qris_payments = sums.qris_payments,
          qris_taken = sums.qris_taken, qris_returned = sums.qris_returned,
          qris_expected = sums.qris_taken - sums.qris_returned,
          qris_counted = ${qris}::numeric,
          qris_difference = ${qris}::numeric - sums.qris_taken + sums.qris_returned,
          transfer_count = sums.transfer_count, transfer_payments = sums.transfer_payments,
          transfer_taken = sums.transfer_taken, transfer_returned = sums.transfer_returned,
          transfer_expected = sums.transfer_taken - sums.transfer_returned,
          transfer_counted = ${transfer}::numeric,
          transfer_difference = ${transfer}::numeric - sums.transfer_taken + sums.transfer_returned
         FROM (${sumsOf(id)}) sums,
              LATERAL (SELECT (sums.cash_taken - sums.cash_returned + sums.cash_paid_in
                               - sums.cash_paid_out)::numeric AS net) cash
        WHERE shifts.id = ${id}`,
  )
}
