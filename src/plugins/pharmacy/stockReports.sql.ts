import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { LowStock, SOLD_SORTS, SoldObat } from './stockReports'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Page = { page: number; limit: number; search: string }

const pageOf = ({ page, limit }: Page): SQL => sql`LIMIT ${limit} OFFSET ${(page - 1) * limit}`

/** A part of the name, SKU or barcode; what LIKE would read as a pattern is text here. */
const matching = ({ search }: Page): SQL => {
  const pattern = `%${search.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(o.name ILIKE ${pattern} OR o.sku ILIKE ${pattern} OR o.barcode ILIKE ${pattern})`
}

const THRESHOLD = sql`coalesce(o.low_stock_threshold, 0)`

const stocked = sql`o.id, o.name, o.sku, o.unit, o.stock::float8 AS stock,
       ${THRESHOLD}::float8 AS "lowStockThreshold"`

/**
 * Active obat whose stock is at their threshold or below it: what has run out first, then what is
 * furthest below its threshold.
 */
export const findLowStock = async (
  req: Request,
  page: Page,
): Promise<{ rows: LowStock[]; total: number }> => {
  const low = sql`o.active AND o.stock <= ${THRESHOLD} AND ${matching(page)}`
  const rows = await query<LowStock>(
    req,
    sql`SELECT ${stocked} FROM obat o WHERE ${low}
         ORDER BY o.stock / greatest(${THRESHOLD}, 1), o.name, o.id ${pageOf(page)}`,
  )
  const [count] = await query<{ total: number }>(
    req,
    sql`SELECT count(*)::int AS total FROM obat o WHERE ${low}`,
  )
  return { rows, total: count?.total ?? 0 }
}

type Period = { days: number; zone: string; sort: (typeof SOLD_SORTS)[number] }

/** The beginning of the first of some days, of which today is the last, by the clinic's clock. */
const beginning = ({ days, zone }: Period): SQL =>
  sql`((date_trunc('day', now() AT TIME ZONE ${zone}) - make_interval(days => ${days - 1})) AT TIME ZONE ${zone})`

const ORDERS: Record<Period['sort'], SQL> = {
  sold: sql`sold DESC`,
  revenue: sql`revenue DESC`,
  cover: sql`"daysOfCover"`,
}

/**
 * What the orders of some days sold of each obat, at the prices they froze. An order that was cancelled
 * sold nothing, whenever it was cancelled: its stock came back, its money went.
 */
export const findSold = async (
  req: Request,
  period: Period,
  page: Page,
): Promise<{ rows: SoldObat[]; total: number; sold: number; revenue: number; from: string }> => {
  const sales = sql`
    SELECT line.obat_id, sum(line.quantity)::float8 AS sold, sum(line.subtotal)::float8 AS revenue
      FROM orders sale
      JOIN orders_items line ON line._parent_id = sale.id
      JOIN obat o ON o.id = line.obat_id
     WHERE sale.created_at >= ${beginning(period)} AND sale.status <> 'cancelled' AND ${matching(page)}
     GROUP BY line.obat_id`
  const rows = await query<SoldObat>(
    req,
    sql`SELECT ${stocked}, o.active IS TRUE AS active, sales.sold, sales.revenue,
               round((o.stock * ${period.days}::int / sales.sold::numeric), 1)::float8 AS "daysOfCover"
          FROM (${sales}) sales JOIN obat o ON o.id = sales.obat_id
         ORDER BY ${ORDERS[period.sort]}, o.name, o.id ${pageOf(page)}`,
  )
  const [all] = await query<{ total: number; sold: number; revenue: number; from: Date }>(
    req,
    sql`SELECT count(*)::int AS total, coalesce(sum(sold), 0)::float8 AS sold,
               coalesce(sum(revenue), 0)::float8 AS revenue, ${beginning(period)} AS "from"
          FROM (${sales}) sales`,
  )
  const { total = 0, sold = 0, revenue = 0, from } = all ?? {}
  return { rows, total, sold, revenue, from: new Date(from ?? Date.now()).toISOString() }
}
