import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { ConsultationStatus } from './constants'
import { PREVIEW_MAX } from './roomSchemas'
import { stateOf } from './state.sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type RoomRow = {
  serverTime: string
  doctorId: number
  doctorName: string
  /** null: this doctor has no consultation that is wanted; so are all that follow. */
  id: number | null
  status: ConsultationStatus
  patientId: number
  patientName: string
  startedAt: string | null
  expiresAt: string | null
  endedAt: string | null
  abandonedAt: string | null
  summary: string | null
  unread: number
  lastSeq: number | null
  lastIsOwn: boolean
  lastPreview: string | null
  lastHasAttachment: boolean
  lastCreatedAt: string | null
}

/** Ended ones that a doctor's list shows. */
const ENDED_SHOWN = 20

/**
 * A doctor's consultations, with their true state by the database's clock: those that are open, and the
 * newest that are over. One row at least, when this user is a doctor; none otherwise.
 * @param wanted of `consultations c`
 */
const select = async (req: Request, user: number, wanted: SQL): Promise<RoomRow[]> =>
  query<RoomRow>(
    req,
    sql`WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
        own AS (
          SELECT c.*, ${stateOf('c', sql`clock.now`)} AS state
            FROM consultations c JOIN doctors d ON d.id = c.doctor_id CROSS JOIN clock
           WHERE d.user_id = ${user} AND ${wanted}),
        shown AS (
          SELECT * FROM own WHERE state <> 'expired'
          UNION ALL
          (SELECT * FROM own WHERE state = 'expired'
            ORDER BY coalesce(ended_at, expires_at) DESC, id DESC LIMIT ${ENDED_SHOWN}))
        SELECT clock.now AS "serverTime", d.id AS "doctorId", d.name AS "doctorName",
               c.id, c.state AS status, c.patient_id AS "patientId", p.name AS "patientName",
               c.started_at AS "startedAt", c.expires_at AS "expiresAt", c.ended_at AS "endedAt",
               c.abandoned_at AS "abandonedAt", c.summary,
               (SELECT count(*)::int FROM messages m
                 WHERE m.consultation_id = c.id AND m.read_at IS NULL
                   AND m.sender_id <> d.user_id) AS unread,
               last.seq::int AS "lastSeq", last.sender_id = d.user_id AS "lastIsOwn",
               left(last.content, ${PREVIEW_MAX}) AS "lastPreview",
               last.attachment_id IS NOT NULL AS "lastHasAttachment",
               last.created_at AS "lastCreatedAt"
          FROM doctors d CROSS JOIN clock
          LEFT JOIN shown c ON c.doctor_id = d.id
          LEFT JOIN users p ON p.id = c.patient_id
          LEFT JOIN LATERAL (
            SELECT m.seq, m.sender_id, m.content, m.attachment_id, m.created_at FROM messages m
             WHERE m.consultation_id = c.id ORDER BY m.seq DESC LIMIT 1) last ON true
         WHERE d.user_id = ${user}
         ORDER BY coalesce(c.ended_at, c.expires_at), c.id`,
  )

/** All that a doctor's list shows; empty where this user is no doctor. */
export const findRooms = async (req: Request, user: number): Promise<RoomRow[]> =>
  select(req, user, sql`true`)

/** One of a doctor's own consultations. */
export const findRoom = async (
  req: Request,
  user: number,
  id: number,
): Promise<(RoomRow & { id: number }) | null> => {
  const [row] = await select(req, user, sql`c.id = ${id}`)
  return row && row.id !== null ? { ...row, id: row.id } : null
}
