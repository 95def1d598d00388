import type { PayloadRequest } from 'payload'

import { query, sql } from './sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What a client was answered: the HTTP status and the JSON body. */
export type Answer = { status: number; body: unknown }

export type IdempotencyKey = { userId: number; route: string; key: string; bodyHash: string }

type Claim = { state: 'ours' } | { state: 'other-body' } | { state: 'answered'; answer: Answer }

type Kept = { bodyHash: string; status: number | null; body: string | null }

/** Kept as the text that was sent: jsonb would sort the fields of an object. */
const ANSWERED = sql`body #>> '{}'`

const answered = ({ status, body }: Kept): Claim => ({
  state: 'answered',
  answer: { status: Number(status), body: body === null ? null : (JSON.parse(body) as unknown) },
})

/**
 * Claims a key within the current transaction. While another transaction holds the same key, Postgres
 * makes this one wait for its end, so that a repetition under way gets the first one's answer.
 */
export const claimKey = async (req: Request, claim: IdempotencyKey): Promise<Claim> => {
  const { userId, route, key, bodyHash } = claim
  const claimed = await query(
    req,
    sql`INSERT INTO idempotency_keys (user_id, route, key, body_hash)
        VALUES (${userId}, ${route}, ${key}, ${bodyHash})
        ON CONFLICT (user_id, route, key) DO UPDATE
           SET body_hash = excluded.body_hash, status = NULL, body = NULL, created_at = now()
         WHERE idempotency_keys.created_at < now() - interval '24 hours'
        RETURNING 1 AS claimed`,
  )
  if (claimed.length > 0) return { state: 'ours' }
  const [kept] = await query<Kept>(
    req,
    sql`SELECT body_hash AS "bodyHash", status, ${ANSWERED} AS body FROM idempotency_keys
         WHERE user_id = ${userId} AND route = ${route} AND key = ${key}`,
  )
  if (kept?.bodyHash !== bodyHash) return { state: 'other-body' }
  return answered(kept)
}

type Lease = Claim | { state: 'under-way' }

/**
 * Claims a key outside any transaction, for as long as the longest request takes. A claim whose lease is
 * over belongs to a process that died: the same request takes it over.
 */
export const leaseKey = async (req: Request, claim: IdempotencyKey): Promise<Lease> => {
  const { userId, route, key, bodyHash } = claim
  const leased = await query(
    req,
    sql`INSERT INTO idempotency_keys (user_id, route, key, body_hash, leased_until)
        VALUES (${userId}, ${route}, ${key}, ${bodyHash}, clock_timestamp() + interval '90 seconds')
        ON CONFLICT (user_id, route, key) DO UPDATE
           SET body_hash = excluded.body_hash, status = NULL, body = NULL, created_at = now(),
               leased_until = excluded.leased_until
         WHERE idempotency_keys.created_at < now() - interval '24 hours'
            OR (idempotency_keys.status IS NULL AND idempotency_keys.body_hash = excluded.body_hash
                AND idempotency_keys.leased_until < clock_timestamp())
        RETURNING 1 AS leased`,
  )
  if (leased.length > 0) return { state: 'ours' }
  const [kept] = await query<Kept>(
    req,
    sql`SELECT body_hash AS "bodyHash", status, ${ANSWERED} AS body FROM idempotency_keys
         WHERE user_id = ${userId} AND route = ${route} AND key = ${key}`,
  )
  // Freed between the two statements: whoever asks again claims it.
  if (!kept) return { state: 'under-way' }
  if (kept.bodyHash !== bodyHash) return { state: 'other-body' }
  if (kept.status === null) return { state: 'under-way' }
  return answered(kept)
}

/** Frees a key whose request failed: the next one with it tries again. */
export const dropClaim = async (
  req: Request,
  { userId, route, key }: IdempotencyKey,
): Promise<void> => {
  await query(
    req,
    sql`DELETE FROM idempotency_keys
         WHERE user_id = ${userId} AND route = ${route} AND key = ${key} AND status IS NULL`,
  )
}

/** Keeps the answer beside the key; with the claim in one transaction, with what it answers too. */
export const keepAnswer = async (
  req: Request,
  { userId, route, key, bodyHash }: IdempotencyKey,
  answer: Answer,
): Promise<void> => {
  await query(
    req,
    sql`INSERT INTO idempotency_keys (user_id, route, key, body_hash, status, body)
        VALUES (${userId}, ${route}, ${key}, ${bodyHash}, ${answer.status},
                to_jsonb(${JSON.stringify(answer.body ?? null)}::text))
        ON CONFLICT (user_id, route, key) DO UPDATE SET status = excluded.status, body = excluded.body
         WHERE idempotency_keys.status IS NULL`,
  )
}

/** Forgets the keys that are older than a day. */
export const forgetOldKeys = async (req: Request): Promise<void> => {
  await query(req, sql`DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours'`)
}
