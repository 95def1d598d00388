import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A refund that the gateway is asked for; whole rupiah. */
export type RefundUnderWay = {
  id: number
  transactionId: string
  gatewayOrderId: string
  refundKey: string
  amount: number
  reason: string
}

const columns = sql`id, transaction_id AS "transactionId", gateway_order_id AS "gatewayOrderId",
  refund_key AS "refundKey", amount::float8 AS amount, reason`

/** Longer than the gateway's answer, and our questions after it, can take. */
const LEASE = sql`interval '90 seconds'`

/** Whether a refund of a transaction, which is locked, is under way. */
export const isRefundUnderWay = async (req: Request, transaction: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 AS found FROM refunds WHERE transaction_id = ${transaction} AND status = 'PENDING'`,
  )
  return rows.length > 0
}

/** How many refunds of an attempt there were, whatever came of them; its transaction is locked. */
export const countRefunds = async (req: Request, gatewayOrderId: string): Promise<number> => {
  const [row] = await query<{ count: number }>(
    req,
    sql`SELECT count(*)::int AS count FROM refunds WHERE gateway_order_id = ${gatewayOrderId}`,
  )
  return row?.count ?? 0
}

/** A refund of a transaction, which is locked, by the mark of its request; one that has failed is none. */
export const findMarkedRefund = async (
  req: Request,
  transaction: string,
  mark: string,
): Promise<number | null> => {
  const [row] = await query<{ id: number }>(
    req,
    sql`SELECT id FROM refunds
         WHERE transaction_id = ${transaction} AND status <> 'FAILED'
           AND right(refund_key, ${mark.length}) = ${mark}
           AND created_at > clock_timestamp() - interval '24 hours'`,
  )
  return row?.id ?? null
}

/** Ends a refund that is under way. @returns false when somebody else has */
export const endRefund = async (
  req: Request,
  id: number,
  status: 'SUCCESS' | 'FAILED',
): Promise<boolean> => {
  const rows = await query(
    req,
    sql`UPDATE refunds SET status = ${status}, updated_at = clock_timestamp()
         WHERE id = ${id} AND status = 'PENDING' RETURNING id`,
  )
  return rows.length > 0
}

/**
 * Writes a refund that the gateway told of: ours is done, whatever we thought became of it; one that we do
 * not know was made in the gateway's own dashboard.
 */
export const joinRefund = async (
  req: Request,
  refund: Pick<
    RefundUnderWay,
    'transactionId' | 'gatewayOrderId' | 'refundKey' | 'amount' | 'reason'
  >,
): Promise<void> => {
  const { transactionId, gatewayOrderId, refundKey, amount, reason } = refund
  await query(
    req,
    sql`INSERT INTO refunds (transaction_id, gateway_order_id, refund_key, amount, reason, kind, status)
        VALUES (${transactionId}, ${gatewayOrderId}, ${refundKey}, ${amount}, ${reason}, 'gateway',
                'SUCCESS')
        ON CONFLICT (refund_key) DO UPDATE SET status = 'SUCCESS', updated_at = clock_timestamp()
         WHERE refunds.gateway_order_id = excluded.gateway_order_id AND refunds.status <> 'SUCCESS'`,
  )
}

/** Refunds whose outcome nobody knows, each claimed by one instance; whoever asks now is left alone. */
export const claimRefunds = async (req: Request, limit: number): Promise<RefundUnderWay[]> =>
  query<RefundUnderWay>(
    req,
    sql`UPDATE refunds SET updated_at = clock_timestamp()
         WHERE id IN (SELECT id FROM refunds
                       WHERE status = 'PENDING' AND updated_at < clock_timestamp() - ${LEASE}
                       ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING ${columns}`,
  )
