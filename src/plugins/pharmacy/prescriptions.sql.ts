import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What a prescription still gives: pieces by obat. */
type Left = Map<number, number>

export type KnownPrescription = { id: number; patient: number; isValid: boolean; left: Left }

type Row = { id: number; patient: number; isValid: boolean; left: [number, number][] }

const columns = sql`
  p.id, p.patient_id AS patient, p.valid_until >= clock_timestamp() AS "isValid",
  (SELECT coalesce(json_agg(json_build_array(i.obat_id, i.quantity - i.used)), '[]')
     FROM prescriptions_items i WHERE i._parent_id = p.id) AS left`

const known = ({ left, ...row }: Row): KnownPrescription => ({ ...row, left: new Map(left) })

/**
 * A prescription and what it still gives. Whoever draws on it has locked the obat before, and so has
 * whoever gives back: what is read here of those stays true to the end of the transaction.
 */
export const findPrescription = async (
  req: Request,
  id: number,
): Promise<KnownPrescription | null> => {
  const rows = await query<Row>(req, sql`SELECT ${columns} FROM prescriptions p WHERE p.id = ${id}`)
  return rows[0] ? known(rows[0]) : null
}

/** A patient's valid prescriptions, those that end first before the others. */
export const findValidPrescriptions = async (
  req: Request,
  patient: number,
): Promise<KnownPrescription[]> => {
  const rows = await query<Row>(
    req,
    sql`SELECT ${columns} FROM prescriptions p
         WHERE p.patient_id = ${patient} AND p.valid_until >= clock_timestamp()
         ORDER BY p.valid_until, p.id`,
  )
  return rows.map(known)
}

/** Takes the lines of a new order off its prescription, as far as that reaches, and notes what it took. */
export const drawOn = async (req: Request, prescription: number, order: number): Promise<void> => {
  await query(
    req,
    sql`WITH drawn AS (
          INSERT INTO prescription_draws (order_id, item_id, quantity)
          SELECT line._parent_id, item.id, least(line.quantity, item.quantity - item.used)
            FROM orders_items line
            JOIN prescriptions_items item
              ON item._parent_id = ${prescription} AND item.obat_id = line.obat_id
           WHERE line._parent_id = ${order} AND item.used < item.quantity
          RETURNING item_id, quantity)
        UPDATE prescriptions_items item SET used = item.used + drawn.quantity
          FROM drawn WHERE item.id = drawn.item_id`,
  )
}

/** Gives back what an order took and has not given back yet. */
export const giveBack = async (req: Request, order: number): Promise<void> => {
  await query(
    req,
    sql`WITH back AS (
          UPDATE prescription_draws SET returned_at = clock_timestamp()
           WHERE order_id = ${order} AND returned_at IS NULL
          RETURNING item_id, quantity)
        UPDATE prescriptions_items item SET used = item.used - back.quantity
          FROM back WHERE item.id = back.item_id`,
  )
}

/** Which of these obat are on sale. */
export const findActiveObat = async (
  req: Request,
  ids: readonly number[],
): Promise<Set<number>> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM obat WHERE id = ANY(${`{${ids.join(',')}}`}::int[]) AND active IS TRUE`,
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * The last moment of a day of the clinic's, so many days from today.
 * @param zone an IANA name
 */
export const endOfDayAfter = async (req: Request, days: number, zone: string): Promise<string> => {
  const rows = await query<{ moment: string }>(
    req,
    sql`SELECT to_json((date_trunc('day', clock_timestamp() AT TIME ZONE ${zone})
               + make_interval(days => ${days + 1}) - interval '1 millisecond')
               AT TIME ZONE ${zone}) AS moment`,
  )
  return new Date(rows[0]?.moment ?? '').toISOString()
}
