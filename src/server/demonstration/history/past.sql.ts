import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** The moment at which today began on the clinic's clock. */
export const startOfToday = async (req: Request, zone: string): Promise<Date> => {
  const [row] = await query<{ at: string }>(
    req,
    sql`SELECT date_trunc('day', now() AT TIME ZONE ${zone}::text) AT TIME ZONE ${zone}::text AS at`,
  )
  if (!row) throw new Error('A SELECT without FROM returned no row.')
  return new Date(row.at)
}

export type PastOrder = { id: number; placedAt: Date; paidAt: Date; closedAt: Date }
type PastRow = { id: number; at: Date }
export type Past = {
  orders: PastOrder[]
  /** Movements of stock, and entries of the drawer, that no order made. */
  movements: PastRow[]
  entries: PastRow[]
  shifts: { id: number; openedAt: Date; closedAt: Date }[]
  /** When the shop had its opening stock. */
  openedAt: Date
}

const moveOrders = async (req: Request, orders: PastOrder[]): Promise<void> => {
  const moved = sql`jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
                    AS past(id int, "placedAt" timestamptz, "paidAt" timestamptz, "closedAt" timestamptz)`
  await query(
    req,
    sql`UPDATE orders SET created_at = past."placedAt", updated_at = past."closedAt",
               paid_at = CASE WHEN paid_at IS NOT NULL THEN past."paidAt" END,
               cancelled_at = CASE WHEN cancelled_at IS NOT NULL THEN past."closedAt" END,
               refunded_at = CASE WHEN refunded_at IS NOT NULL THEN past."closedAt" END
          FROM ${moved} WHERE orders.id = past.id`,
  )
  await query(
    req,
    sql`UPDATE stock_movements SET
               created_at = CASE WHEN kind = 'sale' THEN past."placedAt" ELSE past."closedAt" END,
               updated_at = CASE WHEN kind = 'sale' THEN past."placedAt" ELSE past."closedAt" END
          FROM ${moved} WHERE stock_movements.order_id = past.id`,
  )
  await query(
    req,
    sql`UPDATE cash_entries SET
               created_at = CASE WHEN kind = 'payment' THEN past."paidAt" ELSE past."closedAt" END,
               updated_at = CASE WHEN kind = 'payment' THEN past."paidAt" ELSE past."closedAt" END
          FROM ${moved} WHERE item_type = 'order' AND item_id = past.id::text`,
  )
}

const moveDrawers = async (req: Request, { shifts, entries }: Past): Promise<void> => {
  await query(
    req,
    sql`UPDATE shifts SET created_at = past."openedAt", opened_at = past."openedAt",
               updated_at = CASE WHEN closed_at IS NULL THEN past."openedAt" ELSE past."closedAt" END,
               closed_at = CASE WHEN closed_at IS NOT NULL THEN past."closedAt" END
          FROM jsonb_to_recordset(${JSON.stringify(shifts)}::jsonb)
               AS past(id int, "openedAt" timestamptz, "closedAt" timestamptz)
         WHERE shifts.id = past.id`,
  )
  await query(
    req,
    sql`UPDATE cash_entries SET created_at = past.at, updated_at = past.at
          FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS past(id int, at timestamptz)
         WHERE cash_entries.id = past.id`,
  )
}

const moveStock = async (req: Request, { movements, openedAt }: Past): Promise<void> => {
  await query(
    req,
    sql`UPDATE stock_movements SET created_at = past.at, updated_at = past.at
          FROM jsonb_to_recordset(${JSON.stringify(movements)}::jsonb)
               AS past(id int, at timestamptz)
         WHERE stock_movements.id = past.id`,
  )
  const opened = openedAt.toISOString()
  await query(
    req,
    sql`UPDATE stock_movements SET created_at = ${opened}, updated_at = ${opened}
         WHERE kind = 'opening'`,
  )
}

/** People and shelves were there before anything was sold. */
const moveBeginnings = async (req: Request, { openedAt }: Past): Promise<void> => {
  const opened = openedAt.toISOString()
  await query(req, sql`UPDATE users SET created_at = ${opened}, updated_at = ${opened}`)
  await query(req, sql`UPDATE obat_categories SET created_at = ${opened}, updated_at = ${opened}`)
  await query(
    req,
    sql`UPDATE obat SET created_at = ${opened}, updated_at = coalesce(
               (SELECT max(created_at) FROM stock_movements WHERE obat_id = obat.id), ${opened})`,
  )
}

/**
 * Puts what was just done into the past: nothing but times changes, of rows that this transaction has
 * made. The guards, which keep times of money and of the ledger as they are, look away meanwhile; for the
 * demonstration in an empty database of its own only, whose user is a superuser.
 */
export const moveIntoThePast = async (req: Request, past: Past): Promise<void> => {
  await query(req, sql`SELECT set_config('session_replication_role', 'replica', true)`)
  await moveOrders(req, past.orders)
  await moveDrawers(req, past)
  await moveStock(req, past)
  await moveBeginnings(req, past)
  await query(req, sql`SELECT set_config('session_replication_role', 'origin', true)`)
}
