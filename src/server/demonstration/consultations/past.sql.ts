import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** A consultation that goes on now, until it is put into the past. */
export const beginTalk = async (
  req: Request,
  { patient, doctor }: { patient: number; doctor: number },
): Promise<number> => {
  const [row] = await query<{ id: number }>(
    req,
    sql`INSERT INTO consultations (patient_id, doctor_id, status, started_at, expires_at)
        VALUES (${patient}, ${doctor}, 'active', clock_timestamp() - interval '1 second',
                clock_timestamp() + interval '30 minutes')
        RETURNING id`,
  )
  if (!row) throw new Error('The consultation was not inserted.')
  return row.id
}

/** Says something; the database numbers it. */
export const sayIn = async (
  req: Request,
  consultation: number,
  sender: number,
  content: string,
): Promise<void> => {
  await query(
    req,
    sql`INSERT INTO messages (consultation_id, seq, sender_id, content)
        VALUES (${consultation}, 0, ${sender}, ${content})`,
  )
}

export type PastTalk = {
  id: number
  startedAt: Date
  endedAt: Date
  /** When each message was sent, in their order. */
  saidAt: Date[]
}

/**
 * Puts consultations that are over into the past, with what was said and written in them: nothing but
 * times changes. The guards look away meanwhile, as they do for the rest of the demonstration's past.
 */
export const moveTalks = async (req: Request, talks: PastTalk[]): Promise<void> => {
  const moved = sql`jsonb_to_recordset(${JSON.stringify(talks)}::jsonb)
                    AS past(id int, "startedAt" timestamptz, "endedAt" timestamptz, "saidAt" jsonb)`
  await query(req, sql`SELECT set_config('session_replication_role', 'replica', true)`)
  await query(
    req,
    sql`UPDATE messages SET created_at = said.at, updated_at = said.at, delivered_at = said.at,
               read_at = said.at
          FROM (SELECT past.id, number AS seq, moment::timestamptz AS at
                  FROM ${moved}, jsonb_array_elements_text(past."saidAt")
                       WITH ORDINALITY AS sent(moment, number)) said
         WHERE messages.consultation_id = said.id AND messages.seq = said.seq`,
  )
  await query(
    req,
    sql`UPDATE consultations c SET
               created_at = past."startedAt", started_at = past."startedAt",
               expires_at = past."startedAt" + interval '30 minutes', ended_at = past."endedAt",
               summary_at = past."endedAt", updated_at = past."endedAt",
               first_answered_at = (SELECT min(m.created_at) FROM messages m
                                     WHERE m.consultation_id = c.id AND m.sender_id = c.ended_by_id)
          FROM ${moved} WHERE c.id = past.id`,
  )
  await query(
    req,
    sql`UPDATE prescriptions SET created_at = past."endedAt", updated_at = past."endedAt"
          FROM ${moved} WHERE prescriptions.consultation_id = past.id`,
  )
  await query(
    req,
    sql`UPDATE notifications SET created_at = past."endedAt", updated_at = past."endedAt"
          FROM ${moved} WHERE data ->> 'consultation' = past.id::text`,
  )
  await query(req, sql`SELECT set_config('session_replication_role', 'origin', true)`)
}
