import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What an editor scheduled: from when on an article is published, or is no more. */
export type Scheduled = {
  id: number
  article: number
  type: 'publish' | 'unpublish'
  /** Who scheduled it, with whose rights it happens; null: not known. */
  editor: number | null
}

/** Those that wait, of any time. */
const PENDING = sql`task_slug = 'schedulePublish' AND completed_at IS NULL
       AND has_error IS NOT TRUE AND input #>> '{doc,relationTo}' = 'news'`

/**
 * Takes what is due next, until the end of the transaction: other instances take others, and a process
 * that dies lets go of it. What was scheduled for one article happens in the order in which it is due.
 */
export const takeDue = async (req: Request): Promise<Scheduled | null> => {
  const [row] = await query<Scheduled>(
    req,
    sql`SELECT id, (input #>> '{doc,value}')::int AS article,
               coalesce(input ->> 'type', 'publish') AS type,
               (input #>> '{user,value}')::int AS editor
          FROM payload_jobs due
         WHERE ${PENDING} AND input #>> '{doc,value}' ~ '^[0-9]{1,9}$'
           AND (wait_until IS NULL OR wait_until <= clock_timestamp())
           AND NOT EXISTS (
                 SELECT 1 FROM (SELECT id, wait_until, input FROM payload_jobs WHERE ${PENDING}) other
                  WHERE other.input #>> '{doc,value}' = due.input #>> '{doc,value}'
                    AND (coalesce(other.wait_until, '-infinity'), other.id)
                      < (coalesce(due.wait_until, '-infinity'), due.id))
         ORDER BY wait_until NULLS FIRST, id
         LIMIT 1 FOR UPDATE SKIP LOCKED`,
  )
  return row ?? null
}

/** What was done is not kept: the article's versions tell of it. */
export const dropScheduled = async (req: Request, id: number): Promise<void> => {
  await query(req, sql`DELETE FROM payload_jobs WHERE id = ${id}`)
}

/** Tries before it is given up. */
const TRIES = 5

/**
 * Notes that it did not work, and puts it off: half a minute, one, two, four.
 * @param isFinal nothing would change by trying again
 * @returns whether it is given up
 */
export const putOff = async (
  req: Request,
  { id, message, isFinal }: { id: number; message: string; isFinal: boolean },
): Promise<boolean> => {
  const [row] = await query<{ isOver: boolean }>(
    req,
    sql`UPDATE payload_jobs
           SET total_tried = coalesce(total_tried, 0) + 1,
               has_error = ${isFinal} OR coalesce(total_tried, 0) + 1 >= ${TRIES},
               error = jsonb_build_object('message', ${message}::text),
               wait_until = clock_timestamp()
                          + interval '30 seconds' * power(2, coalesce(total_tried, 0)::int),
               updated_at = now()
         WHERE id = ${id} AND has_error IS NOT TRUE
        RETURNING has_error AS "isOver"`,
  )
  return row?.isOver ?? false
}
