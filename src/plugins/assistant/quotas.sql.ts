import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type Subject = { name: string; quota: number }

export type Taken = {
  /** The clinic's day that it was counted for: `2026-11-21`. */
  day: string
  /** The subject whose quota was used up already: nothing was counted then. */
  usedUp: string | null
  /** Until that day is over. */
  secondsLeft: number
}

/**
 * Counts one request for each subject, or for none of them.
 * @param zone the clinic's
 * @param subjects the widest last: rows are locked in this order
 */
export const takeQuotas = async (
  req: Request,
  zone: string,
  subjects: Subject[],
): Promise<Taken> => {
  const names = sql`ARRAY[${sql.join(
    subjects.map(({ name }) => sql`${name}`),
    sql`, `,
  )}]::varchar[]`
  const quotas = sql`ARRAY[${sql.join(
    subjects.map(({ quota }) => sql`${quota}`),
    sql`, `,
  )}]::integer[]`
  const [row] = await query<{ day: string; used_up: string | null; seconds_left: number }>(
    req,
    sql`SELECT today::text AS day, used_up, seconds_left
          FROM take_assistant_quotas(${zone}, ${names}, ${quotas})`,
  )
  if (!row) throw new Error('The quotas were not counted.')
  return { day: row.day, usedUp: row.used_up, secondsLeft: row.seconds_left }
}

/** Gives back what `takeQuotas` took. */
export const giveBackQuotas = async (
  req: Request,
  day: string,
  subjects: Subject[],
): Promise<void> => {
  for (const { name } of subjects) {
    await query(
      req,
      sql`UPDATE assistant_quotas SET used = used - 1
           WHERE day = ${day} AND subject = ${name} AND used > 0`,
    )
  }
}

/** Forgets who asked on days that are over everywhere. */
export const forgetQuotas = async (req: Request): Promise<void> => {
  await query(req, sql`DELETE FROM assistant_quotas WHERE day < (now() - interval '2 days')::date`)
}
