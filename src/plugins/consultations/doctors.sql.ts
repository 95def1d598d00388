import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { Hours } from './duty'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type DoctorRow = {
  id: number
  name: string
  specialization: string
  /** Who answers as this doctor. */
  user: number
  fee: number
  maxConcurrent: number
  /** On offer, by a login that may still answer. */
  isActive: boolean
}

/** A doctor, active or not; locked, which queues those who want the last place. */
export const lockDoctor = async (req: Request, id: number): Promise<DoctorRow | null> => {
  const rows = await query<DoctorRow>(
    req,
    sql`SELECT d.id, d.name, d.specialization, d.user_id AS "user", d.fee::float8 AS fee,
               d.max_concurrent::int AS "maxConcurrent",
               d.active IS TRUE AND u.role = 'doctor' AND u.disabled IS NOT TRUE AS "isActive"
          FROM doctors d JOIN users u ON u.id = d.user_id
         WHERE d.id = ${id} FOR NO KEY UPDATE OF d`,
  )
  return rows[0] ?? null
}

/** The users who may answer as doctors. */
export const findDoctorLogins = async (req: Request): Promise<Set<number>> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM users WHERE role = 'doctor' AND disabled IS NOT TRUE`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** A doctor's hours, and the moment by the database's clock: what duty is computed of. */
export const readHours = async (req: Request, id: number): Promise<{ hours: Hours; now: Date }> => {
  const [row] = await query<{ hours: Hours; now: string }>(
    req,
    sql`SELECT clock_timestamp() AS now, json_build_object(
                 'schedule', (SELECT json_agg(json_build_object('day', day, 'startTime', start_time,
                                                                'endTime', end_time))
                                FROM doctors_schedule WHERE _parent_id = ${id}),
                 'overrides', (SELECT json_agg(json_build_object('date', date, 'closed', closed,
                                                                 'startTime', start_time,
                                                                 'endTime', end_time))
                                 FROM doctors_overrides WHERE _parent_id = ${id})) AS hours`,
  )
  if (!row) throw new Error('The database answers every SELECT with a row.')
  return { hours: row.hours, now: new Date(row.now) }
}

/** Locks doctors that are about to be changed: one, or all where it is not known which. */
export const lockDoctors = async (req: Request, id: number | null): Promise<void> => {
  await query(
    req,
    id === null
      ? sql`SELECT 1 FROM doctors ORDER BY id FOR NO KEY UPDATE`
      : sql`SELECT 1 FROM doctors WHERE id = ${id} FOR NO KEY UPDATE`,
  )
}

/** What speaks for or against a login as a new doctor's; its row stays until the transaction ends. */
export const readLogin = async (
  req: Request,
  user: number,
): Promise<{ isDoctor: boolean; isTaken: boolean }> => {
  const [row] = await query<{ isDoctor: boolean; isTaken: boolean }>(
    req,
    sql`SELECT role = 'doctor' AS "isDoctor",
               EXISTS (SELECT 1 FROM doctors WHERE user_id = ${user}) AS "isTaken"
          FROM users WHERE id = ${user} FOR KEY SHARE`,
  )
  return row ?? { isDoctor: false, isTaken: false }
}

/** Whether a doctor was paid for, or is being paid for; keeps new consultations off until it is deleted. */
export const doctorHasHistory = async (req: Request, id: number): Promise<boolean> => {
  await query(req, sql`SELECT 1 FROM doctors WHERE id = ${id} FOR UPDATE`)
  const [row] = await query<{ found: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM consultations WHERE doctor_id = ${id})
            OR EXISTS (SELECT 1 FROM consultation_holds WHERE doctor_id = ${id})
            OR EXISTS (SELECT 1 FROM transactions
                        WHERE type = 'consultation' AND item_id = ${String(id)}) AS found`,
  )
  return row?.found ?? false
}

/** Those who are, or were, patients of the doctor that a user is. */
export const findPatientsOf = async (req: Request, user: number): Promise<number[]> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT DISTINCT c.patient_id AS id
          FROM consultations c JOIN doctors d ON d.id = c.doctor_id WHERE d.user_id = ${user}`,
  )
  return rows.map(({ id }) => id)
}
