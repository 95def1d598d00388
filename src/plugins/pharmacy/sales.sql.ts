import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { SalesMethod } from './constants'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type DayMethodSales = {
  date: string
  method: SalesMethod
  taken: number
  returned: number
  count: number
}

/** How an order's money came: online, or what the order says (cod is cash); if nothing, by transfer when proven. */
const METHOD = sql`CASE WHEN transaction_id IS NOT NULL THEN 'online'
                        WHEN payment_method = 'cod' THEN 'cash'
                        WHEN payment_method IS NOT NULL THEN payment_method::text
                        WHEN payment_proof_id IS NOT NULL THEN 'bank_transfer'
                        ELSE 'cash' END`

/**
 * What was taken and returned on each day of a zone, by method; days without either are left out.
 * @param from, to days as `2026-11-21`, both included
 */
export const sumSales = async (
  req: Request,
  { zone, from, to }: { zone: string; from: string; to: string },
): Promise<DayMethodSales[]> => {
  const start = sql`(${from}::date::timestamp AT TIME ZONE ${zone}::text)`
  const end = sql`((${to}::date + 1)::timestamp AT TIME ZONE ${zone}::text)`
  return query<DayMethodSales>(
    req,
    sql`SELECT to_char(moved.at AT TIME ZONE ${zone}::text, 'YYYY-MM-DD') AS date, moved.method,
               sum(moved.taken)::float8 AS taken, sum(moved.returned)::float8 AS returned,
               count(*) FILTER (WHERE moved.is_sale)::int AS count
          FROM (SELECT paid_at AS at, ${METHOD} AS method, total_price AS taken, 0 AS returned,
                       true AS is_sale
                  FROM orders WHERE paid_at >= ${start} AND paid_at < ${end}
                UNION ALL
                SELECT refunded_at, ${METHOD}, 0, total_price, false
                  FROM orders WHERE refunded_at >= ${start} AND refunded_at < ${end}) moved
         GROUP BY 1, 2`,
  )
}

/** Orders whose money nobody has taken yet, and when the oldest of them was placed. */
export const countOpenPayments = async (
  req: Request,
): Promise<{ count: number; oldestAt: string | null }> => {
  const [row] = await query<{ count: number; oldestAt: string | null }>(
    req,
    sql`SELECT count(*)::int AS count, min(created_at) AS "oldestAt"
          FROM orders WHERE status = 'pending' AND paid_at IS NULL`,
  )
  const oldestAt = row?.oldestAt ? new Date(row.oldestAt).toISOString() : null
  return { count: row?.count ?? 0, oldestAt }
}
