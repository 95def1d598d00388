import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import { CONSULTATION_MINUTES, PAYING_MINUTES } from './constants'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Who pays at the last moment, and has begun then, ends after this. */
const REACH_MINUTES = PAYING_MINUTES + CONSULTATION_MINUTES

/**
 * How many places of a doctor who is locked are taken at a moment: by consultations that go on then or
 * begin soon after, and by others who are paying; what this patient holds is not counted.
 */
export const countTaken = async (
  req: Request,
  { doctor, patient, at }: { doctor: number; patient: number; at: Date },
): Promise<number> => {
  const moment = sql`${at.toISOString()}::timestamptz`
  const [row] = await query<{ taken: number }>(
    req,
    sql`SELECT ((SELECT count(*) FROM consultations
                  WHERE doctor_id = ${doctor} AND ended_at IS NULL AND expires_at > ${moment}
                    AND started_at < ${moment} + make_interval(mins => ${REACH_MINUTES}))
              + (SELECT count(*) FROM consultation_holds
                  WHERE doctor_id = ${doctor} AND patient_id <> ${patient}))::int AS taken`,
  )
  return row?.taken ?? 0
}

/** Whether a patient has a consultation with a doctor that is not over. */
export const isInSession = async (
  req: Request,
  { doctor, patient }: { doctor: number; patient: number },
): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 FROM consultations
         WHERE doctor_id = ${doctor} AND patient_id = ${patient}
           AND ended_at IS NULL AND expires_at > clock_timestamp() LIMIT 1`,
  )
  return rows.length > 0
}

/** Holds a place for a transaction; one that holds one already keeps it. */
export const insertHold = async (
  req: Request,
  hold: { transaction: string; doctor: number; patient: number },
): Promise<void> => {
  await query(
    req,
    sql`INSERT INTO consultation_holds (transaction_id, doctor_id, patient_id)
        VALUES (${hold.transaction}, ${hold.doctor}, ${hold.patient})
        ON CONFLICT (transaction_id) DO NOTHING`,
  )
}

/** Gives a held place up. @returns whether there was one */
export const dropHold = async (req: Request, transaction: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`DELETE FROM consultation_holds WHERE transaction_id = ${transaction} RETURNING 1 AS held`,
  )
  return rows.length > 0
}
