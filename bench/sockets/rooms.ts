import type pg from 'pg'

import { makePeople } from '../../tests/support/people'
import type { World } from '../seed'

/** One end of a consultation's chat. */
export type Seat = { consultation: number; token: string }

/** Longer than any run. */
const HOURS = 12

/**
 * Makes consultations that are under way, of a patient and a doctor each.
 * @returns two seats for each, one after the other
 */
export const makeRooms = async (
  db: pg.Client,
  { patients }: World,
  count: number,
  secret: string,
): Promise<Seat[]> => {
  const doctors = await makePeople({ database: db, secret }, 'doctor', count)
  const chosen = patients.slice(0, count)
  if (chosen.length < count) throw new Error(`There are no ${count} patients.`)
  const { rows } = await db.query<{ id: number; patient: number; user: number }>(
    `WITH pairs AS (
       SELECT * FROM unnest($1::int[], $2::int[]) AS pair(patient, "user")
     ), made AS (
       INSERT INTO doctors (user_id, name, specialization, fee, max_concurrent, active)
       SELECT "user", 'dr. ' || "user", 'Dokter umum', 50000, 3, true FROM pairs
       RETURNING id, user_id
     ), opened AS (
       INSERT INTO consultations (patient_id, doctor_id, status, started_at, expires_at)
       SELECT patient, made.id, 'active', now(), now() + make_interval(hours => $3)
         FROM pairs JOIN made ON made.user_id = pairs."user"
       RETURNING id, patient_id, doctor_id
     )
     SELECT opened.id, opened.patient_id AS patient, made.user_id AS "user"
       FROM opened JOIN made ON made.id = opened.doctor_id`,
    [chosen.map(({ id }) => id), doctors.map(({ id }) => id), HOURS],
  )
  const tokens = new Map([...chosen, ...doctors].map(({ id, token }) => [id, token]))
  return rows.flatMap(({ id, patient, user }) =>
    [patient, user].map((one) => ({ consultation: id, token: tokens.get(one) ?? '' })),
  )
}
