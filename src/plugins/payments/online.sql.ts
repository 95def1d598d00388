import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { PayableType } from './contract'

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
