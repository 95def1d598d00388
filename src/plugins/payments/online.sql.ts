import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { Attempt } from './attempts.sql'
import type { PayableType, TransactionStatus } from './contract'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type OnlineRow = {
  itemId: string
  invoiceNumber: string
  channel: string | null
  isPaid: boolean
}

/** For each item the transaction that paid it, else the one that may pay it yet. */
export const findOnline = async (
  req: Request,
  type: PayableType,
  ids: readonly string[],
): Promise<OnlineRow[]> =>
  query<OnlineRow>(
    req,
    sql`SELECT DISTINCT ON (item_id) item_id AS "itemId", invoice_number AS "invoiceNumber", channel,
               paid_at IS NOT NULL AS "isPaid"
          FROM transactions
         WHERE type::text = ${type}
           AND item_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
           AND (paid_at IS NOT NULL OR status = 'PENDING')
         ORDER BY item_id, (paid_at IS NOT NULL) DESC, created_at DESC`,
  )

export type FollowedRow = {
  itemId: string
  status: TransactionStatus
  /** Both null of what cost nothing: the gateway knows nothing of it. */
  state: Attempt['state'] | null
  gatewayStatus: string | null
}

/** What is known of an attempt for an item of this type; of what cost nothing, by its invoice number. */
export const findFollowed = async (
  req: Request,
  type: PayableType,
  gatewayOrderId: string,
): Promise<FollowedRow | null> => {
  const [row] = await query<FollowedRow>(
    req,
    sql`SELECT t.item_id AS "itemId", t.status, a.state, a.gateway_status AS "gatewayStatus"
          FROM payment_attempts a JOIN transactions t ON t.id = a.transaction_id
         WHERE a.gateway_order_id = ${gatewayOrderId} AND t.type::text = ${type}
         UNION ALL
        SELECT item_id, status, NULL, NULL FROM transactions
         WHERE invoice_number = ${gatewayOrderId} AND type::text = ${type} AND amount = 0
         LIMIT 1`,
  )
  return row ?? null
}
