import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'
import type pg from 'pg'

import type { HonestAdapter } from '@/database/adapter'

import { CONCURRENT_DEFAULT, CONSULTATION_MINUTES, DAYS } from './constants'

/** Doctors and consultations, written straight into a database. For tests. */

/** A pool, or a client; `databaseOf(payload)` where there is only a Payload. */
type Database = Pick<pg.Pool, 'query'>

export const databaseOf = (payload: Payload): Database =>
  (payload.db as unknown as HonestAdapter).pool

const unique = (): string => randomBytes(8).toString('hex')

const insert = async (database: Database, statement: string, values: unknown[]) => {
  const { rows } = await database.query<{ id: number }>(`${statement} RETURNING id`, values)
  return rows[0]!.id
}

/** The doctor that a user (of role `doctor`) is; on duty at every hour, or without any hours. */
export const makeDoctor = async (
  database: Database,
  {
    user,
    name = `dr. ${unique()}`,
    fee = 50_000,
    maxConcurrent = CONCURRENT_DEFAULT,
    active = true,
    isOnDuty = true,
  }: {
    user: number
    name?: string
    fee?: number
    maxConcurrent?: number
    active?: boolean
    isOnDuty?: boolean
  },
): Promise<{ id: number; name: string }> => {
  const id = await insert(
    database,
    `INSERT INTO doctors (user_id, name, specialization, fee, max_concurrent, active)
     VALUES ($1, $2, 'Dokter umum', $3, $4, $5)`,
    [user, name, fee, maxConcurrent, active],
  )
  if (isOnDuty) {
    await database.query(
      `INSERT INTO doctors_schedule (_order, _parent_id, id, day, start_time, end_time)
       SELECT number, $1, $2 || number, day::enum_doctors_schedule_day, '00:00', '24:00'
         FROM unnest($3::text[]) WITH ORDINALITY AS days(day, number)`,
      [id, unique(), DAYS],
    )
  }
  return { id, name }
}

/**
 * A consultation, by the database's clock.
 * @param startsIn seconds from now on until it begins; negative: so long ago
 * @param minutes how long it lasts
 * @param isEnded its doctor ended it, just now
 */
export const makeConsultation = async (
  database: Database,
  {
    patient,
    doctor,
    startsIn = 0,
    minutes = CONSULTATION_MINUTES,
    isEnded = false,
  }: {
    /** A user's id. */
    patient: number
    /** A doctor's id. */
    doctor: number
    startsIn?: number
    minutes?: number
    isEnded?: boolean
  },
): Promise<number> =>
  insert(
    database,
    `INSERT INTO consultations (patient_id, doctor_id, started_at, expires_at, ended_at, status)
     SELECT $1, $2, started_at, expires_at, CASE WHEN $5 THEN moment END,
            CASE WHEN $5 OR expires_at <= moment THEN 'expired'
                 WHEN started_at > moment THEN 'scheduled'
                 ELSE 'active' END::enum_consultations_status
       FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS moment) now,
            LATERAL (SELECT moment + make_interval(secs => $3) AS started_at) start,
            LATERAL (SELECT started_at + make_interval(secs => $4 * 60.0) AS expires_at) finish`,
    [patient, doctor, startsIn, minutes, isEnded],
  )

/** Something that is said, now: the database keeps its rules here too. @returns the message's id */
export const makeMessage = async (
  database: Database,
  {
    consultation,
    sender,
    content = `pesan ${unique()}`,
  }: {
    consultation: number
    sender: number
    content?: string
  },
): Promise<number> =>
  insert(
    database,
    `INSERT INTO messages (consultation_id, seq, sender_id, content) VALUES ($1, 0, $2, $3)`,
    [consultation, sender, content],
  )
