import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { ConsultationStatus } from './constants'
import { CONSULTATION_MINUTES } from './constants'
import { stateOf } from './state.sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What is told of a consultation, and to whom: user ids. */
export type ConsultationRow = {
  id: number
  patient: number
  patientName: string
  doctor: number
  doctorName: string
  doctorUser: number
  status: ConsultationStatus
  startedAt: Date
  expiresAt: Date
  endedAt: Date | null
  /** It ended with its payment, not by its time or its doctor. */
  isTakenBack: boolean
  /** When this was read, by the database's clock. */
  readAt: Date
}

type Raw = Record<keyof ConsultationRow, unknown> & ConsultationRow

const dateOf = (value: unknown): Date => new Date(value as string)

const rowOf = (raw: Raw): ConsultationRow => ({
  ...raw,
  startedAt: dateOf(raw.startedAt),
  expiresAt: dateOf(raw.expiresAt),
  endedAt: raw.endedAt ? dateOf(raw.endedAt) : null,
  readAt: dateOf(raw.readAt),
})

/** The columns of `ConsultationRow`, of the rows `c`, `d` (its doctor) and `p` (its patient). */
const COLUMNS = sql`c.id, c.patient_id AS patient, p.name AS "patientName", c.doctor_id AS doctor,
  d.name AS "doctorName", d.user_id AS "doctorUser", ${stateOf('c', sql`clock_timestamp()`)} AS status,
  c.started_at AS "startedAt", c.expires_at AS "expiresAt", c.ended_at AS "endedAt",
  c.ended_at IS NOT NULL AND c.ended_by_id IS NULL AS "isTakenBack", clock_timestamp() AS "readAt"`

const JOINED = sql`JOIN doctors d ON d.id = c.doctor_id JOIN users p ON p.id = c.patient_id`

/** One consultation; locked, for what changes it. Its state is read after the lock was got. */
export const lockConsultation = async (
  req: Request,
  id: number,
): Promise<ConsultationRow | null> => {
  await query(req, sql`SELECT 1 FROM consultations WHERE id = ${id} FOR NO KEY UPDATE`)
  const [raw] = await query<Raw>(
    req,
    sql`SELECT ${COLUMNS} FROM consultations c ${JOINED} WHERE c.id = ${id}`,
  )
  return raw ? rowOf(raw) : null
}

/** Consultations by their ids, which order them. */
export const readConsultations = async (
  req: Request,
  ids: readonly number[],
): Promise<ConsultationRow[]> => {
  if (ids.length === 0) return []
  const raws = await query<Raw>(
    req,
    sql`SELECT ${COLUMNS} FROM consultations c ${JOINED}
         WHERE c.id = ANY(${`{${ids.join(',')}}`}::int[]) ORDER BY c.id`,
  )
  return raws.map(rowOf)
}

/** What a transaction has opened; locked. */
export const lockConsultationOf = async (
  req: Request,
  transaction: string,
): Promise<ConsultationRow | null> => {
  const [found] = await query<{ id: number }>(
    req,
    sql`SELECT id FROM consultations WHERE transaction_id = ${transaction}`,
  )
  return found ? lockConsultation(req, found.id) : null
}

/**
 * Opens a consultation, for its whole time: from the database's now, in milliseconds, or from a later
 * moment.
 * @returns its id
 */
export const insertConsultation = async (
  req: Request,
  opened: { patient: number; doctor: number; transaction: string; startsAt: Date | null },
): Promise<number> => {
  const later = opened.startsAt?.toISOString() ?? null
  const [row] = await query<{ id: number }>(
    req,
    sql`WITH moment AS MATERIALIZED (
          SELECT coalesce(${later}::timestamptz,
                          date_trunc('milliseconds', clock_timestamp())) AS at)
        INSERT INTO consultations
          (patient_id, doctor_id, transaction_id, status, started_at, expires_at)
        SELECT ${opened.patient}, ${opened.doctor}, ${opened.transaction},
               ${later === null ? 'active' : 'scheduled'}::enum_consultations_status,
               at, at + make_interval(mins => ${CONSULTATION_MINUTES})
          FROM moment
        RETURNING id`,
  )
  if (!row) throw new Error('The consultation was not inserted.')
  return row.id
}

/** Ends a consultation that is locked, now. @param by who did so; null when its money went back */
export const endNow = async (req: Request, id: number, by: number | null): Promise<void> => {
  await query(
    req,
    sql`UPDATE consultations
           SET status = 'expired', ended_at = date_trunc('milliseconds', clock_timestamp()),
               ended_by_id = ${by}, updated_at = now()
         WHERE id = ${id}`,
  )
}

/** Lets a consultation that is locked last longer, and keeps who did so and why; its end is told anew. */
export const extend = async (
  req: Request,
  id: number,
  { minutes, reason, by }: { minutes: number; reason: string; by: number },
): Promise<void> => {
  await query(
    req,
    sql`UPDATE consultations
           SET expires_at = expires_at + make_interval(mins => ${minutes}), warned_at = NULL,
               updated_at = now()
         WHERE id = ${id}`,
  )
  await query(
    req,
    sql`INSERT INTO consultations_extensions (_order, _parent_id, id, minutes, reason, by_id, at)
        SELECT count(*) + 1, ${id}, gen_random_uuid()::text, ${minutes}, ${reason}, ${by},
               clock_timestamp()
          FROM consultations_extensions WHERE _parent_id = ${id}`,
  )
}

/** Writes the summary of a consultation that is locked. @returns when; null when it said so already */
export const setSummary = async (
  req: Request,
  id: number,
  summary: string,
): Promise<Date | null> => {
  const [row] = await query<{ at: string }>(
    req,
    sql`UPDATE consultations
           SET summary = ${summary}, summary_at = clock_timestamp(), updated_at = now()
         WHERE id = ${id} AND summary IS DISTINCT FROM ${summary}
        RETURNING summary_at AS at`,
  )
  return row ? new Date(row.at) : null
}
