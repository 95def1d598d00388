import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { PaymentMethod } from './contract'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What the gateway knows a transaction by. States and columns: migrations, payments guards. */
export const LIVE_STATES = ['creating', 'open', 'unknown', 'ending'] as const
export type LiveState = (typeof LIVE_STATES)[number]
type AttemptState = LiveState | 'closed' | 'paid'

/** A charge, or a hosted page; amounts in whole rupiah. */
export type Attempt = {
  gatewayOrderId: string
  transactionId: string
  number: number
  kind: 'charge' | 'page'
  method: PaymentMethod | null
  channel: string | null
  amount: number
  state: AttemptState
  gatewayStatus: string | null
  paidAmount: number
  /** What went back, as the gateway says. */
  refundedAmount: number
  refundedByHand: number
  /** Somebody is asking the gateway about it right now. */
  isLeased: boolean
}

const columns = sql`gateway_order_id AS "gatewayOrderId", transaction_id AS "transactionId", number, kind,
  method, channel, amount::float8 AS amount, state, gateway_status AS "gatewayStatus",
  paid_amount::float8 AS "paidAmount", refunded_amount::float8 AS "refundedAmount",
  refunded_by_hand::float8 AS "refundedByHand",
  (leased_until IS NOT NULL AND leased_until > clock_timestamp()) AS "isLeased"`

const live = sql`state IN ('creating', 'open', 'unknown', 'ending')`
/** The longest that a question to the gateway takes, with its repetitions. */
const lease = sql`clock_timestamp() + interval '60 seconds'`
const soon = sql`clock_timestamp() + interval '20 seconds'`

/** The attempts of a transaction that is locked, oldest first. */
export const attemptsOf = async (req: Request, transactionId: string): Promise<Attempt[]> =>
  query<Attempt>(
    req,
    sql`SELECT ${columns} FROM payment_attempts
         WHERE transaction_id = ${transactionId} ORDER BY number FOR UPDATE`,
  )

export const findAttempt = async (
  req: Request,
  gatewayOrderId: string,
): Promise<Attempt | null> => {
  const rows = await query<Attempt>(
    req,
    sql`SELECT ${columns} FROM payment_attempts WHERE gateway_order_id = ${gatewayOrderId}`,
  )
  return rows[0] ?? null
}

type NewAttempt = Pick<
  Attempt,
  'gatewayOrderId' | 'transactionId' | 'number' | 'kind' | 'method' | 'channel' | 'amount'
>

/** An attempt that the gateway is about to be asked for; it is the caller's for as long as that takes. */
export const insertAttempt = async (req: Request, attempt: NewAttempt): Promise<Attempt> => {
  const { gatewayOrderId, transactionId, number, kind, method, channel, amount } = attempt
  const [row] = await query<Attempt>(
    req,
    sql`INSERT INTO payment_attempts
               (gateway_order_id, transaction_id, number, kind, method, channel, amount, leased_until,
                ask_after)
        VALUES (${gatewayOrderId}, ${transactionId}, ${number}, ${kind}, ${method}, ${channel},
                ${amount}, ${lease}, ${lease})
        RETURNING ${columns}`,
  )
  if (!row) throw new Error('An insert returned no row.')
  return row
}

export type AttemptChange = Partial<
  Pick<
    Attempt,
    | 'state'
    | 'gatewayStatus'
    | 'method'
    | 'channel'
    | 'paidAmount'
    | 'refundedAmount'
    | 'refundedByHand'
  >
>

/** Writes what became of an attempt whose transaction is locked. A state that is over is asked no more. */
export const changeAttempt = async (
  req: Request,
  gatewayOrderId: string,
  change: AttemptChange,
): Promise<void> => {
  const { state, gatewayStatus, paidAmount, refundedAmount, refundedByHand } = change
  await query(
    req,
    sql`UPDATE payment_attempts SET
          state = coalesce(${state ?? null}, state),
          gateway_status = coalesce(${gatewayStatus ?? null}, gateway_status),
          method = coalesce(${change.method ?? null}, method),
          channel = coalesce(${change.channel ?? null}, channel),
          paid_amount = coalesce(${paidAmount ?? null}::numeric, paid_amount),
          refunded_amount = coalesce(${refundedAmount ?? null}::numeric, refunded_amount),
          refunded_by_hand = coalesce(${refundedByHand ?? null}::numeric, refunded_by_hand),
          leased_until = CASE WHEN ${state ?? null}::text IN ('closed', 'paid') THEN NULL
                              ELSE leased_until END,
          ask_after = CASE WHEN ${state ?? null}::text IN ('closed', 'paid') THEN NULL ELSE ask_after END
        WHERE gateway_order_id = ${gatewayOrderId}`,
  )
}

/** The gateway has answered: it can be paid now. @returns false when it was taken over meanwhile */
export const openAttempt = async (req: Request, gatewayOrderId: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`UPDATE payment_attempts SET state = 'open', leased_until = NULL, ask_after = ${soon}
         WHERE gateway_order_id = ${gatewayOrderId} AND state = 'creating' RETURNING 1 AS opened`,
  )
  return rows.length > 0
}

/**
 * Takes an attempt that is live, and that nobody else asks about, in order to end it.
 * @returns false when it changed meanwhile
 */
export const leaseToEnd = async (
  req: Request,
  { gatewayOrderId, state }: Pick<Attempt, 'gatewayOrderId' | 'state'>,
): Promise<boolean> => {
  const rows = await query(
    req,
    sql`UPDATE payment_attempts SET state = 'ending', leased_until = ${lease}, ask_after = ${lease}
         WHERE gateway_order_id = ${gatewayOrderId} AND state = ${state} AND ${live}
           AND (leased_until IS NULL OR leased_until < clock_timestamp())
        RETURNING 1 AS taken`,
  )
  return rows.length > 0
}

/** Ends a lease without an outcome: the attempt is as it was, or nobody knows. The sweeper asks soon. */
export const giveBackAttempt = async (
  req: Request,
  gatewayOrderId: string,
  state: LiveState,
): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_attempts SET state = ${state}, leased_until = NULL, ask_after = ${soon}
         WHERE gateway_order_id = ${gatewayOrderId} AND ${live}`,
  )
}

/** Live attempts of a transaction that is over are ended by the sweeper, at once. */
export const endOthers = async (
  req: Request,
  transactionId: string,
  except: string | null,
): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_attempts SET state = 'ending', ask_after = clock_timestamp()
         WHERE transaction_id = ${transactionId} AND ${live}
           AND gateway_order_id IS DISTINCT FROM ${except}`,
  )
}

/** A page that was given up cannot be ended while nobody has chosen a method on it: money may still come. */
export const keepAsking = async (req: Request, gatewayOrderId: string): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_attempts SET ask_after = clock_timestamp() + interval '10 minutes'
         WHERE gateway_order_id = ${gatewayOrderId} AND state = 'closed'`,
  )
}

/** A closed attempt turns out to be payable: its page was still open, say. The sweeper ends it. */
export const askAboutClosed = async (req: Request, gatewayOrderId: string): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_attempts SET ask_after = ${soon}
         WHERE gateway_order_id = ${gatewayOrderId} AND state = 'closed'`,
  )
}

/** Nobody asks about it by themselves any more: an admin has to look at it. */
export const stopAsking = async (req: Request, gatewayOrderId: string): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_attempts SET ask_after = NULL WHERE gateway_order_id = ${gatewayOrderId}`,
  )
}

/** A live attempt is asked about again: an admin has looked at it. */
export const askAgain = async (req: Request, gatewayOrderId: string): Promise<void> => {
  await query(
    req,
    sql`UPDATE payment_attempts SET ask_after = ${soon}
         WHERE gateway_order_id = ${gatewayOrderId} AND ask_after IS NULL AND ${live}`,
  )
}

/**
 * Whether whoever follows a payment may ask the gateway about its attempt now; then nobody else may for two
 * seconds. The sweepers' own clock (`asked_at`) is left alone: who follows must not keep them from it.
 */
export const claimConfirmation = async (req: Request, gatewayOrderId: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`UPDATE payment_attempts SET confirmed_at = clock_timestamp()
         WHERE gateway_order_id = ${gatewayOrderId}
           AND (confirmed_at IS NULL OR confirmed_at < clock_timestamp() - interval '2 seconds')
        RETURNING 1 AS claimed`,
  )
  return rows.length > 0
}

/**
 * Attempts that the gateway is to be asked about, each claimed by one instance: the first time 20 seconds
 * after their making, then with pauses that grow to a minute; those given up for a day, every 10 minutes.
 */
export const claimAttemptsToAsk = async (req: Request, limit: number): Promise<Attempt[]> =>
  query<Attempt>(
    req,
    sql`UPDATE payment_attempts SET asked_at = clock_timestamp(),
          ask_after = CASE
            WHEN state <> 'closed' THEN clock_timestamp()
              + least(interval '1 minute', greatest(interval '20 seconds', (clock_timestamp() - created_at) / 2))
            WHEN created_at > clock_timestamp() - interval '25 hours'
              THEN clock_timestamp() + interval '10 minutes' END
         WHERE gateway_order_id IN (
           SELECT gateway_order_id FROM payment_attempts
            WHERE ask_after < clock_timestamp()
              AND (leased_until IS NULL OR leased_until < clock_timestamp())
            ORDER BY ask_after LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING ${columns}`,
  )

/** Live attempts of transactions whose time is over, each claimed by one instance for ten seconds. */
export const claimAttemptsToExpire = async (req: Request, limit: number): Promise<Attempt[]> =>
  query<Attempt>(
    req,
    sql`UPDATE payment_attempts SET asked_at = clock_timestamp()
         WHERE gateway_order_id IN (
           SELECT a.gateway_order_id FROM payment_attempts a
             JOIN transactions t ON t.id = a.transaction_id
            WHERE t.status = 'PENDING' AND t.expires_at < clock_timestamp()
              AND a.state IN ('creating', 'open', 'unknown', 'ending')
              AND (a.leased_until IS NULL OR a.leased_until < clock_timestamp())
              AND (a.asked_at IS NULL OR a.asked_at < clock_timestamp() - interval '10 seconds')
            ORDER BY t.expires_at LIMIT ${limit} FOR UPDATE OF a SKIP LOCKED)
        RETURNING ${columns}`,
  )
