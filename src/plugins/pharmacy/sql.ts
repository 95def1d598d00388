import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { MovementKind, OrderStatus, PaymentMethod } from './constants'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Any number, the same in every process: the name of the lock that imports of obat take. */
const IMPORT_LOCK = 7_345_120_101

const integers = (ids: readonly number[]) => sql`${`{${ids.join(',')}}`}::int[]`

export type LockedObat = {
  id: number
  name: string
  price: number
  stock: number
  isActive: boolean
  needsPrescription: boolean
}

const lockedColumns = sql`id, name, price::float8 AS price, stock::float8 AS stock,
               active IS TRUE AS "isActive",
               (drug_class = 'keras' OR requires_prescription IS TRUE) AS "needsPrescription"`

/** Locks obat in id order, which is how two carts with the same obat never wait for each other in a ring. */
export const lockObat = (req: Request, ids: readonly number[]): Promise<LockedObat[]> =>
  query<LockedObat>(
    req,
    sql`SELECT ${lockedColumns}
          FROM obat WHERE id = ANY(${integers(ids)}) ORDER BY id FOR NO KEY UPDATE`,
  )

/**
 * Locks the obat of an order as `lockObat` does, and draws a number for each one's line: unique in the
 * whole house, rising, with gaps. One statement, since every statement is a way to the database and back.
 */
export const lockOrderedObat = (
  req: Request,
  ids: readonly number[],
): Promise<(LockedObat & { lineNumber: number })[]> =>
  query<LockedObat & { lineNumber: number }>(
    req,
    sql`SELECT ${lockedColumns}, nextval('order_line_number')::int AS "lineNumber"
          FROM obat WHERE id = ANY(${integers(ids)}) ORDER BY id FOR NO KEY UPDATE`,
  )

export type Movement = { obat: number; quantity: number }

/** Appends movements of one order to the ledger, in id order; a trigger moves the stock. */
export const appendMovements = async (
  req: Request,
  kind: MovementKind,
  order: number,
  movements: readonly Movement[],
  createdBy: number | null,
): Promise<void> => {
  const sorted = [...movements].sort((left, right) => left.obat - right.obat)
  await query(
    req,
    sql`INSERT INTO stock_movements
               (obat_id, kind, quantity, order_id, created_by_id, reason, created_at, updated_at)
        SELECT line.obat, ${kind}::enum_stock_movements_kind, line.quantity, ${order}::int, ${createdBy}::int,
               ${`Order #${order}`}, now(), now()
          FROM unnest(${integers(sorted.map(({ obat }) => obat))},
                      ${integers(sorted.map(({ quantity }) => quantity))}) AS line(obat, quantity)
         ORDER BY line.obat`,
  )
}

/** Appends the cancellation of every sale of an order that has none yet. */
export const returnSales = async (
  req: Request,
  order: number,
  createdBy: number | null,
): Promise<void> => {
  await query(
    req,
    sql`INSERT INTO stock_movements
               (obat_id, kind, quantity, order_id, created_by_id, reason, created_at, updated_at)
        SELECT sale.obat_id, 'cancellation', -sale.quantity, sale.order_id, ${createdBy}::int,
               ${`Order #${order} dibatalkan`}, now(), now()
          FROM stock_movements sale
         WHERE sale.order_id = ${order} AND sale.kind = 'sale'
           AND NOT EXISTS (SELECT 1 FROM stock_movements back
                            WHERE back.order_id = sale.order_id AND back.obat_id = sale.obat_id
                              AND back.kind = 'cancellation')
         ORDER BY sale.obat_id`,
  )
}

export const hasHistory = async (req: Request, obat: number): Promise<boolean> => {
  const rows = await query<{ known: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM stock_movements WHERE obat_id = ${obat})
            OR EXISTS (SELECT 1 FROM orders_items WHERE obat_id = ${obat})
            OR EXISTS (SELECT 1 FROM prescriptions_items WHERE obat_id = ${obat}) AS known`,
  )
  return rows[0]?.known ?? false
}

export const isPatient = async (req: Request, user: number): Promise<boolean> => {
  if (!Number.isSafeInteger(user)) return false
  const rows = await query<{ known: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM users WHERE id = ${user} AND role = 'patient') AS known`,
  )
  return rows[0]?.known ?? false
}

/** Queues the orders that one patient places at once, so that the limit on open ones can be counted. */
export const lockBuyer = async (req: Request, user: number): Promise<void> => {
  await query(req, sql`SELECT 1 FROM users WHERE id = ${user} FOR NO KEY UPDATE`)
}

export const countOpenOrders = async (req: Request, user: number): Promise<number> => {
  const rows = await query<{ open: number }>(
    req,
    sql`SELECT count(*)::int AS open FROM orders
         WHERE user_id = ${user} AND status = 'pending' AND paid_at IS NULL`,
  )
  return rows[0]?.open ?? 0
}

export type LockedOrder = {
  id: number
  user: number | null
  status: OrderStatus
  isPaid: boolean
  paymentMethod: PaymentMethod | null
  paymentProof: number | null
  totalPrice: number
  /** Made by who took its money: no order of a patient is. */
  isCounterSale: boolean
  /** The transaction that paid it online. */
  transaction: string | null
  isRefunded: boolean
  expiresAt: string | null
  /** Its time to be paid is over, though it was not cancelled yet. */
  isOverdue: boolean
}

/** Locks one order for a transition; null when there is none. */
export const lockOrder = async (req: Request, id: number): Promise<LockedOrder | null> => {
  const rows = await query<LockedOrder>(
    req,
    sql`SELECT id, user_id AS "user", status, paid_at IS NOT NULL AS "isPaid",
               payment_method AS "paymentMethod", payment_proof_id AS "paymentProof",
               total_price::float8 AS "totalPrice",
               user_id IS NOT NULL AND user_id IS NOT DISTINCT FROM paid_by_id AS "isCounterSale",
               transaction_id AS "transaction", refunded_at IS NOT NULL AS "isRefunded",
               expires_at AS "expiresAt",
               status = 'pending' AND paid_at IS NULL
                 AND coalesce(expires_at < clock_timestamp(), false) AS "isOverdue"
          FROM orders WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

/** The transaction that has paid an order online, read without a lock; it never changes once it is set. */
export const findPayingTransaction = async (req: Request, id: number): Promise<string | null> => {
  const rows = await query<{ transaction: string | null }>(
    req,
    sql`SELECT transaction_id AS "transaction" FROM orders WHERE id = ${id}::bigint`,
  )
  return rows[0]?.transaction ?? null
}

/** The id of the next order that is due to expire, locked; what another instance works on is skipped. */
export const lockExpiredOrder = async (req: Request, except: number[]): Promise<number | null> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM orders
         WHERE status = 'pending' AND paid_at IS NULL AND expires_at < clock_timestamp()
           AND id <> ALL(${integers(except)})
         ORDER BY expires_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
  )
  return rows[0]?.id ?? null
}

/** Lets one import of obat in at a time, to the end of its transaction: the next one sees what it did. */
export const lockImports = async (req: Request): Promise<void> => {
  await query(req, sql`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`)
}
