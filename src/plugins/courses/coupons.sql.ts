import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { DiscountType } from './constants'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A coupon that may be used now, for one course, by one user. */
export type CouponRow = {
  id: string
  code: string
  discountType: DiscountType
  discountValue: number
  maxDiscount: number | null
  validUntil: string
}

type Purchase = {
  code: string
  course: string
  price: number
  user: number
}

/** Uses that count against somebody who buys: all but the one that their own open checkout holds. */
const heldFor = ({ user, course }: Purchase): SQL => sql`
  (SELECT count(*) FROM coupon_uses own JOIN transactions t ON t.id = own.transaction_id
    WHERE own.coupon_id = c.id AND t.status = 'PENDING' AND t.user_id = ${user}
      AND t.type = 'course' AND t.item_id = ${course})`

const usable = (purchase: Purchase): SQL => {
  const { code, course, price, user } = purchase
  const held = heldFor(purchase)
  return sql`
  SELECT c.id, c.code, c.discount_type AS "discountType", c.discount_value::float8 AS "discountValue",
         c.max_discount::float8 AS "maxDiscount", c.valid_until AS "validUntil"
    FROM coupons c
   WHERE upper(c.code) = upper(${code})
     AND c.is_active
     AND clock_timestamp() BETWEEN c.valid_from AND c.valid_until
     AND (c.max_uses IS NULL OR c.used_count - ${held} < c.max_uses)
     AND (c.min_purchase IS NULL OR ${price}::numeric >= c.min_purchase)
     AND c.per_user_limit > (SELECT count(*) FROM coupon_uses u
                              WHERE u.coupon_id = c.id AND u.user_id = ${user}) - ${held}
     AND (NOT EXISTS (SELECT 1 FROM coupons_rels r WHERE r.parent_id = c.id AND r.path = 'courses')
          OR EXISTS (SELECT 1 FROM coupons_rels r WHERE r.parent_id = c.id AND r.path = 'courses'
                                                    AND r.courses_id = ${course}))`
}

/** The coupon of a code, in any case, if all that limits it lets it be used; by the database's clock. */
export const findUsableCoupon = async (
  req: Request,
  purchase: Purchase,
): Promise<CouponRow | null> => (await query<CouponRow>(req, usable(purchase)))[0] ?? null

/**
 * Queues those who use a coupon, by its code in any case or by its id: of two who want its last use the
 * second sees that the first has it.
 */
export const lockCoupon = async (
  req: Request,
  by: { code: string } | { id: string },
): Promise<boolean> => {
  const match = 'id' in by ? sql`id = ${by.id}` : sql`upper(code) = upper(${by.code})`
  const rows = await query(req, sql`SELECT 1 FROM coupons WHERE ${match} FOR NO KEY UPDATE`)
  return rows.length > 0
}

type Use = { coupon: string; user: number; transaction: string }

/** Whether a transaction holds, or has used, a coupon. */
export const hasUse = async (req: Request, transaction: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 FROM coupon_uses WHERE transaction_id = ${transaction}`,
  )
  return rows.length > 0
}

/**
 * Uses a coupon that is locked, under the lowest ordinal that this user has free; a trigger counts it.
 * @returns false when the coupon, or the user's part of it, is used up
 */
export const takeUse = async (req: Request, use: Use): Promise<boolean> => {
  const taken = await query(
    req,
    sql`INSERT INTO coupon_uses (coupon_id, user_id, ordinal, transaction_id)
        SELECT c.id, ${use.user}, free.ordinal, ${use.transaction}
          FROM coupons c
         CROSS JOIN LATERAL (
                SELECT ordinal FROM generate_series(1, c.per_user_limit::int) AS ordinal
                 WHERE NOT EXISTS (SELECT 1 FROM coupon_uses u
                                    WHERE u.coupon_id = c.id AND u.user_id = ${use.user}
                                      AND u.ordinal = ordinal.ordinal)
                 ORDER BY ordinal LIMIT 1) AS free
         WHERE c.id = ${use.coupon} AND (c.max_uses IS NULL OR c.used_count < c.max_uses)
        RETURNING 1 AS taken`,
  )
  return taken.length > 0
}

/** Gives a use back; nothing happens when there is none. */
export const dropUse = async (req: Request, transaction: string): Promise<void> => {
  await query(req, sql`DELETE FROM coupon_uses WHERE transaction_id = ${transaction}`)
}

/** How often a coupon was used; locked. */
export const lockUsedCount = async (req: Request, id: string): Promise<number> => {
  const rows = await query<{ usedCount: number }>(
    req,
    sql`SELECT used_count::float8 AS "usedCount" FROM coupons WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  return rows[0]?.usedCount ?? 0
}

/** Whether another coupon has this code, in any case. */
export const isCodeTaken = async (
  req: Request,
  code: string,
  except: string | null,
): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 FROM coupons
         WHERE upper(code) = upper(${code}) AND id IS DISTINCT FROM ${except}`,
  )
  return rows.length > 0
}
