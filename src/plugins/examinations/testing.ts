import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'
import type pg from 'pg'
import { v7 } from 'uuid'

import type { HonestAdapter } from '@/database/adapter'

/** Bills, written straight into a database. For tests. */

/** A pool, or a client; `databaseOf(payload)` where there is only a Payload. */
type Database = Pick<pg.Pool, 'query'>

export const databaseOf = (payload: Payload): Database =>
  (payload.db as unknown as HonestAdapter).pool

type Line = { name: string; price: number; quantity: number }

export type MadeBill = { id: string; number: number; total: number }

const LINES: Line[] = [
  { name: 'Konsultasi dokter umum', price: 50_000, quantity: 1 },
  { name: 'Tes gula darah', price: 15_000, quantity: 2 },
]

/** The bill of an examination, which nobody has paid. */
export const makeBill = async (
  database: Database,
  {
    patient,
    doctor,
    items = LINES,
    notes = null,
  }: {
    /** A user's id. */
    patient: number
    /** A doctor's id. */
    doctor: number
    items?: Line[]
    notes?: string | null
  },
): Promise<MadeBill> => {
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const { rows } = await database.query<{ id: string; number: number }>(
    `WITH bill AS (
       INSERT INTO pemeriksaan (id, number, patient_id, doctor_id, date, total, notes)
       VALUES ($1, 0, $2, $3, now(), $4, $5) RETURNING id, number::int),
     lines AS (
       INSERT INTO pemeriksaan_items (_order, _parent_id, id, name, price, quantity)
       SELECT line.number, $1, $6 || line.number, line.item->>'name',
              (line.item->>'price')::numeric, (line.item->>'quantity')::numeric
         FROM jsonb_array_elements($7::jsonb) WITH ORDINALITY AS line(item, number))
     SELECT id, number FROM bill`,
    [v7(), patient, doctor, total, notes, randomBytes(8).toString('hex'), JSON.stringify(items)],
  )
  const [made] = rows
  if (!made) throw new Error('nothing was inserted')
  return { ...made, total }
}
