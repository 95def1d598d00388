import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import { WARNING_MINUTES } from './constants'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What was claimed, and how late: seconds since it was due. */
export type Claimed = { id: number; lag: number }

const NOW = sql`clock_timestamp()`
/** The end of one that nobody has ended. */
const ENDS_LATER = sql`ended_at IS NULL AND expires_at > ${NOW}`
const WARNED_FROM = sql`(expires_at - make_interval(mins => ${WARNING_MINUTES}))`

/**
 * Changes consultations that are due, each by one instance: those that another one works on are skipped,
 * and are due no more afterwards.
 * @param due since when, of a row that `wanted` finds
 */
const claim = async (
  req: Request,
  { wanted, change, due }: { wanted: SQL; change: SQL; due: SQL },
  limit: number,
): Promise<Claimed[]> =>
  query<Claimed>(
    req,
    sql`WITH due AS (
          SELECT id, ${due} AS since FROM consultations WHERE ${wanted}
           ORDER BY id LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED)
        UPDATE consultations c SET ${change}, updated_at = now() FROM due WHERE c.id = due.id
        RETURNING c.id, greatest(extract(epoch FROM ${NOW} - due.since), 0)::float8 AS lag`,
  )

/** Whose time is over. */
export const claimOver = async (req: Request, limit: number): Promise<Claimed[]> =>
  claim(
    req,
    {
      wanted: sql`status <> 'expired' AND NOT (${ENDS_LATER})`,
      change: sql`status = 'expired'`,
      due: sql`least(ended_at, expires_at)`,
    },
    limit,
  )

/** Those that were scheduled for now. */
export const claimBegun = async (req: Request, limit: number): Promise<Claimed[]> =>
  claim(
    req,
    {
      wanted: sql`status = 'scheduled' AND started_at <= ${NOW} AND ${ENDS_LATER}`,
      change: sql`status = 'active'`,
      due: sql`started_at`,
    },
    limit,
  )

/** Those that end within five minutes, which nobody has announced. */
export const claimEnding = async (req: Request, limit: number): Promise<Claimed[]> =>
  claim(
    req,
    {
      wanted: sql`status <> 'expired' AND warned_at IS NULL AND started_at <= ${NOW}
                  AND ${ENDS_LATER} AND ${WARNED_FROM} <= ${NOW}`,
      change: sql`warned_at = ${NOW}`,
      // One that was made longer, or is short, is announced from then on.
      due: sql`greatest(${WARNED_FROM}, started_at, updated_at)`,
    },
    limit,
  )

/** Those that are over and that their doctor never wrote in; where the money went back nobody owes an answer. */
export const claimAbandoned = async (req: Request, limit: number): Promise<Claimed[]> =>
  claim(
    req,
    {
      wanted: sql`status = 'expired' AND first_answered_at IS NULL AND abandoned_at IS NULL
                  AND (ended_at IS NULL OR ended_by_id IS NOT NULL)`,
      change: sql`abandoned_at = ${NOW}`,
      due: sql`coalesce(ended_at, expires_at)`,
    },
    limit,
  )

/** Whoever may give money back. */
export const findAdmins = async (req: Request): Promise<number[]> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM users WHERE role = 'admin' AND disabled IS NOT TRUE ORDER BY id`,
  )
  return rows.map(({ id }) => id)
}
