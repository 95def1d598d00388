import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { query, queryPrepared, sql } from '@/database/sql'

import type { ConsultationStatus } from './constants'
import { stateOf } from './state.sql'

/** Messages of one room that are read at once, for sockets that lack them. */
const LACKING_MAX = 200

/** Outside any transaction: a message is committed by the statement that inserts it. */
type Request = { payload: Payload }
const outside = ({ payload }: Request) => ({ payload }) as Parameters<typeof query>[0]

/** A message with all that its presentation shows, read by one statement. */
export type MessageRow = {
  id: number
  consultation_id: number
  seq: number
  sender_id: number
  sender_name: string
  sender_role: string
  content: string | null
  client_id: string | null
  created_at: string
  delivered_at: string | null
  read_at: string | null
  attachment: { id: number; filename: string; mime_type: string; size: number } | null
  /** The participant who did not send it. */
  recipient_id: number
}

const present = (messages: SQL): SQL => sql`
  SELECT m.id, m.consultation_id, m.seq::int, m.sender_id, m.content, m.client_id, m.created_at,
         m.delivered_at, m.read_at, u.role AS sender_role,
         CASE WHEN m.sender_id = d.user_id THEN d.name ELSE u.name END AS sender_name,
         CASE WHEN m.sender_id = d.user_id THEN c.patient_id ELSE d.user_id END AS recipient_id,
         CASE WHEN f.id IS NOT NULL THEN json_build_object(
           'id', f.id, 'filename', f.filename, 'mime_type', f.mime_type, 'size', f.filesize) END AS attachment
    FROM ${messages} m
    JOIN consultations c ON c.id = m.consultation_id
    JOIN doctors d ON d.id = c.doctor_id
    JOIN users u ON u.id = m.sender_id
    LEFT JOIN chat_files f ON f.id = m.attachment_id`

export type SentMessage = {
  consultation: number
  sender: number
  content: string | null
  attachment: number | null
  clientId: string | null
}

/**
 * Stores a message, numbered; its commit is this statement's.
 * @returns null when the same sender has sent this client_id before
 * @throws SQLSTATE CH403, CH404, CH410, CH422, CH425 (migrations: messages_guards)
 */
export const insertMessage = async (
  req: Request,
  { consultation, sender, content, attachment, clientId }: SentMessage,
): Promise<MessageRow | null> => {
  const rows = await queryPrepared<MessageRow>(
    req,
    'chat-insert-message',
    sql`WITH sent AS (
          INSERT INTO messages (consultation_id, seq, sender_id, content, attachment_id, client_id)
          VALUES (${consultation}, 0, ${sender}, ${content}, ${attachment}, ${clientId})
          RETURNING *)
        ${present(sql`sent`)}`,
  )
  return rows[0] ?? null
}

/** What somebody has sent under a client_id. */
export const findSent = async (
  req: Request,
  { consultation, sender, clientId }: Pick<SentMessage, 'consultation' | 'sender' | 'clientId'>,
): Promise<MessageRow | null> => {
  const rows = await query<MessageRow>(
    outside(req),
    sql`${present(sql`messages`)}
        WHERE m.consultation_id = ${consultation} AND m.sender_id = ${sender}
          AND m.client_id = ${clientId}`,
  )
  return rows[0] ?? null
}

export type Section = { after?: number | undefined; before?: number | undefined; limit: number }

/** Messages of a consultation, ascending: those that follow `after`, else the newest (before `before`). */
export const findMessages = async (
  req: Request,
  consultation: number,
  { after, before, limit }: Section,
): Promise<MessageRow[]> => {
  const direction = after === undefined ? sql`DESC` : sql`ASC`
  const rows = await query<MessageRow>(
    outside(req),
    sql`${present(sql`messages`)}
        WHERE m.consultation_id = ${consultation}
          AND (${after ?? null}::int IS NULL OR m.seq > ${after ?? null}::int)
          AND (${before ?? null}::int IS NULL OR m.seq < ${before ?? null}::int)
        ORDER BY m.seq ${direction} LIMIT ${limit}`,
  )
  return after === undefined ? rows.reverse() : rows
}

export type Participant = { id: number; name: string; role: string }

/** A consultation's state by the database's clock, and the two who talk. */
export type RoomRow = {
  id: number
  status: ConsultationStatus
  started_at: string | null
  expires_at: string | null
  server_time: string
  remaining_seconds: number
  /** The number of the newest message; 0 before the first. */
  last_seq: number
  patient: Participant
  doctor: Participant
}

const PARTICIPANTS = sql`
  json_build_object('id', p.id, 'name', p.name, 'role', p.role) AS patient,
  json_build_object('id', u.id, 'name', d.name, 'role', u.role) AS doctor`
const PEOPLE = sql`
  JOIN doctors d ON d.id = c.doctor_id
  JOIN users p ON p.id = c.patient_id
  JOIN users u ON u.id = d.user_id`

export const findRoom = async (req: Request, id: number): Promise<RoomRow | null> => {
  const rows = await queryPrepared<RoomRow>(
    req,
    'chat-find-room',
    sql`SELECT c.id, ${stateOf('c', sql`now.moment`)} AS status, c.started_at, c.expires_at,
               now.moment AS server_time,
               CASE WHEN c.ended_at IS NOT NULL OR c.expires_at IS NULL THEN 0
                    ELSE greatest(0, ceil(extract(epoch FROM
                      c.expires_at - greatest(now.moment, c.started_at))))::int
               END AS remaining_seconds,
               (SELECT coalesce(max(seq), 0)::int FROM messages WHERE consultation_id = c.id) AS last_seq,
               ${PARTICIPANTS}
          FROM consultations c ${PEOPLE},
               (SELECT clock_timestamp() AS moment) now
         WHERE c.id = ${id}`,
  )
  return rows[0] ?? null
}

/** Up to where somebody has got (or read) what the other one said. */
export type Mark = { consultation: number; user: number; first: number; last: number }
/** The marks that were really set: up to which `seq`, and when. */
export type MarkedRow = { consultation_id: number; user_id: number; seq: number; at: string }
export type MarkKind = 'delivered' | 'read'

const integers = (values: number[]): SQL => sql`${`{${values.join(',')}}`}::int[]`

/** Sets marks of one kind, each once; locks the messages in id order, as every batch does. */
export const setMarks = async (
  req: Request,
  kind: MarkKind,
  marks: Mark[],
): Promise<MarkedRow[]> => {
  const column = sql.identifier(`${kind}_at`)
  return query<MarkedRow>(
    outside(req),
    sql`WITH due AS (
          SELECT m.id, g.user_id
            FROM unnest(${integers(marks.map(({ consultation }) => consultation))},
                        ${integers(marks.map(({ user }) => user))},
                        ${integers(marks.map(({ first }) => first))},
                        ${integers(marks.map(({ last }) => last))})
                   AS g(consultation_id, user_id, first, last)
            JOIN messages m ON m.consultation_id = g.consultation_id
             AND m.seq BETWEEN g.first AND g.last AND m.sender_id <> g.user_id
             AND m.${column} IS NULL
           ORDER BY m.id FOR NO KEY UPDATE OF m),
        marked AS (
          UPDATE messages m SET ${column} = clock_timestamp() FROM due
           WHERE m.id = due.id AND m.${column} IS NULL
          RETURNING m.consultation_id, due.user_id, m.seq, m.${column} AS at)
        SELECT consultation_id, user_id, max(seq)::int AS seq, max(at) AS at
          FROM marked GROUP BY consultation_id, user_id`,
  )
}

/** What a room's slowest socket here lacks: all that follows `after`. */
export type Lack = { consultation: number; after: number }

/** What rooms lack, ascending in each; the rest of a long one comes with the next call. */
export const findLacking = async (req: Request, lacks: Lack[]): Promise<MessageRow[]> =>
  queryPrepared<MessageRow>(
    req,
    'chat-find-lacking',
    sql`${present(sql`(
          SELECT one.* FROM unnest(${integers(lacks.map(({ consultation }) => consultation))},
                                   ${integers(lacks.map(({ after }) => after))})
                              AS lacking(consultation_id, after),
          LATERAL (SELECT * FROM messages
                    WHERE consultation_id = lacking.consultation_id AND seq > lacking.after
                    ORDER BY seq LIMIT ${LACKING_MAX}) one)`)}
        ORDER BY m.consultation_id, m.seq`,
  )

/** The number of the newest message of each consultation; those without any are left out. */
export const findNewest = async (
  req: Request,
  consultations: number[],
): Promise<{ consultation: number; seq: number }[]> =>
  query(
    outside(req),
    sql`SELECT c.id AS consultation, newest.seq::int
          FROM unnest(${integers(consultations)}) AS c(id),
               LATERAL (SELECT seq FROM messages WHERE consultation_id = c.id
                         ORDER BY seq DESC LIMIT 1) newest`,
  )

/** The open consultations of a user, with the two who talk in each. */
export const findOpenRooms = async (
  req: Request,
  user: number,
): Promise<{ id: number; patient: Participant; doctor: Participant }[]> =>
  query(
    outside(req),
    sql`SELECT c.id, ${PARTICIPANTS}
          FROM consultations c ${PEOPLE}
         WHERE (c.patient_id = ${user} OR d.user_id = ${user}) AND c.status <> 'expired'
           AND ${stateOf('c', sql`clock_timestamp()`)} <> 'expired'`,
  )
