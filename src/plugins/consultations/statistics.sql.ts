import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

type Counted = {
  active: number
  waiting: number
  scheduled: number
  messagesToday: number
  averageFirstAnswerSeconds: number | null
  lagSeconds: number
}

/**
 * Counts what goes on, by true states; what is over is found by its time, whatever its column says.
 * @param zone whose midnight begins today
 */
export const countStatistics = async (req: Request, zone: string): Promise<Counted> => {
  const [row] = await query<Counted>(
    req,
    sql`WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
        open AS (
          SELECT c.id, c.doctor_id, c.started_at > clock.now AS is_scheduled
            FROM consultations c CROSS JOIN clock
           WHERE c.status <> 'expired' AND c.ended_at IS NULL AND c.expires_at > clock.now),
        overdue AS (
          SELECT CASE WHEN c.expires_at <= clock.now THEN clock.now - c.expires_at
                      WHEN c.status = 'scheduled' AND c.started_at <= clock.now
                      THEN clock.now - c.started_at END AS lag
            FROM consultations c CROSS JOIN clock WHERE c.status <> 'expired')
        SELECT (SELECT count(*)::int FROM open WHERE NOT is_scheduled) AS active,
               (SELECT count(*)::int FROM open JOIN doctors d ON d.id = open.doctor_id
                 WHERE NOT is_scheduled AND (
                   SELECT m.sender_id FROM messages m WHERE m.consultation_id = open.id
                    ORDER BY m.seq DESC LIMIT 1) IS DISTINCT FROM d.user_id) AS waiting,
               (SELECT count(*)::int FROM open WHERE is_scheduled) AS scheduled,
               (SELECT count(*)::int FROM messages m CROSS JOIN clock
                 WHERE m.created_at >= date_trunc('day', clock.now, ${zone})) AS "messagesToday",
               (SELECT round(avg(extract(epoch FROM first_answered_at - started_at)), 1)::float8
                  FROM consultations CROSS JOIN clock
                 WHERE started_at > clock.now - interval '30 days')
                 AS "averageFirstAnswerSeconds",
               (SELECT round(coalesce(extract(epoch FROM max(lag)), 0), 3)::float8 FROM overdue)
                 AS "lagSeconds"`,
  )
  if (!row) throw new Error('The database answers every count with a row.')
  return row
}
