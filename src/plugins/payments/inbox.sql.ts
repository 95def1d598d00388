import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A forged notice is kept as evidence; more of them of one order say nothing new. */
const FORGED_MAX = 20

type Arrived = {
  gatewayOrderId: string
  transactionId: string
  transactionStatus: string | null
  rawBody: string
  fingerprint: string
}

/**
 * Takes a signed notice in, once; the sweeper looks at it in ten seconds, if nobody has by then.
 * @returns its id, or null when it is there already
 */
export const insertNotice = async (req: Request, notice: Arrived): Promise<number | null> => {
  const rows = await query<{ id: number }>(
    req,
    sql`INSERT INTO payment_notifications
               (gateway_order_id, transaction_id, transaction_status, verdict, raw_body, fingerprint,
                ask_after, created_at, updated_at)
        VALUES (${notice.gatewayOrderId}, ${notice.transactionId}, ${notice.transactionStatus}, 'valid',
                ${notice.rawBody}, ${notice.fingerprint}, clock_timestamp() + interval '10 seconds',
                clock_timestamp(), clock_timestamp())
        ON CONFLICT (fingerprint) DO NOTHING RETURNING id`,
  )
  return rows[0]?.id ?? null
}

/** Keeps a notice with a wrong signature, up to a number of them for each order. */
export const insertForged = async (req: Request, notice: Arrived): Promise<void> => {
  await query(
    req,
    sql`INSERT INTO payment_notifications
               (gateway_order_id, transaction_id, transaction_status, verdict, raw_body, fingerprint,
                outcome, processed_at, created_at, updated_at)
        SELECT ${notice.gatewayOrderId}, ${notice.transactionId}, ${notice.transactionStatus}, 'invalid',
               ${notice.rawBody}, ${notice.fingerprint}, 'refused', clock_timestamp(),
               clock_timestamp(), clock_timestamp()
         WHERE (SELECT count(*) FROM payment_notifications
                 WHERE gateway_order_id = ${notice.gatewayOrderId} AND verdict = 'invalid') < ${FORGED_MAX}
        ON CONFLICT (fingerprint) DO NOTHING`,
  )
}

/** Writes what was done about a notice; the first one to do it counts. */
export const finishNotice = async (req: Request, id: number, outcome: string): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_notifications
           SET processed_at = clock_timestamp(), outcome = ${outcome}, updated_at = clock_timestamp()
         WHERE id = ${id} AND processed_at IS NULL`,
  )
}

export type WaitingNotice = { id: number; gatewayOrderId: string; rawBody: string }

/** Notices that nobody has finished, each claimed by one instance for half a minute. */
export const claimNotices = async (req: Request, limit: number): Promise<WaitingNotice[]> =>
  query<WaitingNotice>(
    req,
    sql`UPDATE payment_notifications SET ask_after = clock_timestamp() + interval '30 seconds'
         WHERE id IN (SELECT id FROM payment_notifications
                       WHERE processed_at IS NULL AND verdict = 'valid'
                         AND ask_after < clock_timestamp()
                       ORDER BY ask_after LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING id, gateway_order_id AS "gatewayOrderId", raw_body AS "rawBody"`,
  )
