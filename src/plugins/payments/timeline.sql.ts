import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { Entry } from './transactionSchemas'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
type Row<Kind extends Entry['kind']> = Omit<EntryOf<Kind>, 'kind' | 'at' | 'by'> & { at: Date }
type By = { byId: number | null; byName: string | null }

export type AttemptRow = Row<'attempt'> & { paid: number; refunded: number }
export type NoticeRow = Omit<Row<'notice'>, 'processedAt'> & { processedAt: Date | null }
export type RefundRow = Omit<Row<'refund'>, 'proof'> & By & { filename: string | null }
export type EventRow = Row<'event'> & By

/** The attempts to pay a transaction, oldest first. */
export const findAttempts = async (req: Request, transaction: string): Promise<AttemptRow[]> =>
  query<AttemptRow>(
    req,
    sql`SELECT created_at AS at, gateway_order_id AS "gatewayOrderId", kind AS way, method, channel,
               amount::float8 AS amount, state, gateway_status AS "gatewayStatus",
               paid_amount::float8 AS paid, (refunded_amount + refunded_by_hand)::float8 AS refunded
          FROM payment_attempts WHERE transaction_id = ${transaction} ORDER BY number`,
  )

/** What the gateway sent of it, oldest first. */
export const findNotices = async (req: Request, transaction: string): Promise<NoticeRow[]> =>
  query<NoticeRow>(
    req,
    sql`SELECT created_at AS at, id, gateway_order_id AS "gatewayOrderId", transaction_status AS says,
               verdict, outcome, processed_at AS "processedAt"
          FROM payment_notifications WHERE transaction_id = ${transaction} ORDER BY id`,
  )

export const findRefunds = async (req: Request, transaction: string): Promise<RefundRow[]> =>
  query<RefundRow>(
    req,
    sql`SELECT r.created_at AS at, r.id, r.gateway_order_id AS "gatewayOrderId",
               r.amount::float8 AS amount, r.kind AS how, r.status, r.reason, r.note, r.filename,
               u.id AS "byId", u.name AS "byName"
          FROM refunds r LEFT JOIN users u ON u.id = r.made_by_id
         WHERE r.transaction_id = ${transaction} ORDER BY r.id`,
  )

/** What else happened to it, oldest first; attempts and notices have rows of their own. */
export const findEvents = async (req: Request, transaction: string): Promise<EventRow[]> =>
  query<EventRow>(
    req,
    sql`SELECT e.at, e.kind AS event, e.detail, u.id AS "byId", u.name AS "byName"
          FROM transaction_events e LEFT JOIN users u ON u.id = e.by_id
         WHERE e.transaction_id = ${transaction} AND e.kind NOT IN ('attempt', 'notified')
         ORDER BY e.id`,
  )
