import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type UsageOfDay = {
  /** The clinic's: `2026-11-21`. */
  day: string
  /** Questions that were answered, or could not be. */
  requests: number
  promptTokens: number
  completionTokens: number
  /** Questions that the model did not answer, or not to the end. */
  errors: number
  /** Questions that the model would not answer. */
  blocked: number
}

/** Adds to the usage of today. @param zone the clinic's */
export const addUsage = async (
  req: Request,
  zone: string,
  used: Omit<UsageOfDay, 'day'>,
): Promise<void> => {
  const { requests, promptTokens, completionTokens, errors, blocked } = used
  await query(
    req,
    sql`INSERT INTO assistant_usage AS usage
          (day, requests, prompt_tokens, completion_tokens, errors, blocked)
        VALUES ((now() AT TIME ZONE ${zone})::date,
                ${requests}, ${promptTokens}, ${completionTokens}, ${errors}, ${blocked})
        ON CONFLICT (day) DO UPDATE SET
          requests = usage.requests + excluded.requests,
          prompt_tokens = usage.prompt_tokens + excluded.prompt_tokens,
          completion_tokens = usage.completion_tokens + excluded.completion_tokens,
          errors = usage.errors + excluded.errors,
          blocked = usage.blocked + excluded.blocked`,
  )
}

/** The usage of each day that had any, oldest first. @param span days, both included: `2026-11-01` */
export const readUsage = async (
  req: Request,
  { from, to }: { from: string; to: string },
): Promise<UsageOfDay[]> =>
  query<UsageOfDay>(
    req,
    sql`SELECT day::text AS day, requests, prompt_tokens::float8 AS "promptTokens",
               completion_tokens::float8 AS "completionTokens", errors, blocked
          FROM assistant_usage WHERE day BETWEEN ${from} AND ${to} ORDER BY day`,
  )
