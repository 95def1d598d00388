import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { CardMovement, CardObat } from './stockCard'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** The obat of a stock card, and how many movements it has; null when there is none. */
export const findCardObat = async (
  req: Request,
  id: number,
): Promise<{ obat: CardObat; total: number } | null> => {
  const [row] = await query<CardObat & { total: number }>(
    req,
    sql`SELECT o.id, o.name, o.sku, o.unit, o.stock::float8 AS stock,
               coalesce(o.low_stock_threshold, 0)::float8 AS "lowStockThreshold",
               o.active IS TRUE AS active,
               (SELECT count(*)::int FROM stock_movements m WHERE m.obat_id = o.id) AS total
          FROM obat o WHERE o.id = ${id}`,
  )
  if (!row) return null
  const { total, ...obat } = row
  return { obat, total }
}

/** A page of the ledger of one obat, newest first; of people it tells the name only. */
export const findMovements = async (
  req: Request,
  obat: number,
  { page, limit }: { page: number; limit: number },
): Promise<CardMovement[]> => {
  type Row = Omit<CardMovement, 'createdAt'> & { createdAt: Date | string }
  const rows = await query<Row>(
    req,
    sql`SELECT m.id, m.kind, m.quantity::float8 AS quantity, m.balance_after::float8 AS "balanceAfter",
               m.reason, m.created_at AS "createdAt",
               CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END
                 AS "createdBy",
               CASE WHEN sale.id IS NOT NULL
                    THEN json_build_object('id', sale.id, 'status', sale.status) END AS "order"
          FROM stock_movements m
          LEFT JOIN users u ON u.id = m.created_by_id
          LEFT JOIN orders sale ON sale.id = m.order_id
         WHERE m.obat_id = ${obat} ORDER BY m.id DESC LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
  )
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }))
}
