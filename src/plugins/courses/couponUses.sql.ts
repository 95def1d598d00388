import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { CouponUse } from './couponUses'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Row = Omit<CouponUse, 'user' | 'usedAt'> & { userId: number; userName: string; usedAt: Date }

/** The uses of a coupon, newest first. */
export const findUses = async (
  req: Request,
  coupon: string,
  { page, limit }: { page: number; limit: number },
): Promise<Row[]> =>
  query<Row>(
    req,
    sql`SELECT u.id AS "userId", u.name AS "userName", t.id AS transaction,
               t.invoice_number AS "invoiceNumber", t.item_title AS "itemTitle",
               t.discount::float8 AS discount, t.amount::float8 AS amount, t.status,
               c.created_at AS "usedAt"
          FROM coupon_uses c
          JOIN transactions t ON t.id = c.transaction_id
          JOIN users u ON u.id = c.user_id
         WHERE c.coupon_id = ${coupon}
         ORDER BY c.created_at DESC, t.id DESC LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
  )

export const sumUses = async (
  req: Request,
  coupon: string,
): Promise<{ total: number; discount: number }> => {
  const [row] = await query<{ total: number; discount: number }>(
    req,
    sql`SELECT count(*)::int AS total, coalesce(sum(t.discount), 0)::float8 AS discount
          FROM coupon_uses c JOIN transactions t ON t.id = c.transaction_id
         WHERE c.coupon_id = ${coupon}`,
  )
  return row ?? { total: 0, discount: 0 }
}
