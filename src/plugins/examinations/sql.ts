import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'
import type { CashMethod } from '@/plugins/payments/contract'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

const TYPE = 'pemeriksaan'

/** What is needed to decide; the total in whole rupiah. */
export type LockedBill = {
  id: string
  number: number
  /** Users' ids. */
  patient: number
  total: number
  isPaid: boolean
  /** The desk gave its money back: it is over. */
  isClosed: boolean
  /** The transaction that paid it online. */
  transaction: string | null
}

const columns = sql`id, number::int AS number, patient_id AS patient, total::float8 AS total,
  paid_at IS NOT NULL AS "isPaid", refunded_at IS NOT NULL AS "isClosed", transaction`

/** Locks a bill: nobody else takes money for it, or changes it, until the commit. */
export const lockBill = async (req: Request, id: string): Promise<LockedBill | null> => {
  const rows = await query<LockedBill>(
    req,
    sql`SELECT ${columns} FROM pemeriksaan WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

export const findBill = async (req: Request, id: string): Promise<LockedBill | null> => {
  const rows = await query<LockedBill>(
    req,
    sql`SELECT ${columns} FROM pemeriksaan WHERE id = ${id}`,
  )
  return rows[0] ?? null
}

/** Whether a bill has this id, which may be any text. */
export const billExists = async (req: Request, id: string): Promise<boolean> =>
  (await findBill(req, id)) !== null

/**
 * Lets this transaction write how the money of one bill came, or went back; all else that is written for it
 * is kept out by the database (migrations, pemeriksaan guards). Null ends it.
 */
export const letMoneyBeWritten = async (req: Request, id: string | null): Promise<void> => {
  await query(req, sql`SELECT set_config('sehat.bill', ${id ?? ''}, true)`)
}

/** Whether money was asked for, or taken for, a bill that is locked. */
export const hasHistory = async (req: Request, id: string): Promise<boolean> => {
  const [row] = await query<{ known: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM pemeriksaan WHERE id = ${id} AND sealed_lines IS NOT NULL)
            OR EXISTS (SELECT 1 FROM transactions WHERE type = ${TYPE} AND item_id = ${id})
            OR EXISTS (SELECT 1 FROM cash_entries WHERE item_type = ${TYPE} AND item_id = ${id}) AS known`,
  )
  return row?.known ?? false
}

const integers = (ids: readonly number[]) => sql`${`{${ids.join(',')}}`}::int[]`

/** Whom these doctors have examined; users' ids. */
export const findPatientsOf = async (
  req: Request,
  doctors: readonly number[],
): Promise<number[]> => {
  const rows = await query<{ patient: number }>(
    req,
    sql`SELECT DISTINCT patient_id AS patient FROM pemeriksaan
         WHERE doctor_id = ANY(${integers(doctors)})`,
  )
  return rows.map(({ patient }) => patient)
}

export const isPatient = async (req: Request, id: number): Promise<boolean> => {
  const rows = await query(req, sql`SELECT 1 FROM users WHERE id = ${id} AND role = 'patient'`)
  return rows.length > 0
}

/** Numbers are the same however they are written: `0812…`, `+62 812-…`. */
const digits = (text: ReturnType<typeof sql>) =>
  sql`regexp_replace(regexp_replace(${text}, '[^0-9]', '', 'g'), '^62', '0')`

/** The patients whose e-mail or phone is exactly this; two at most, for two are too many. */
export const findByContact = async (req: Request, contact: string): Promise<number[]> => {
  const rows = await query<{ id: number }>(
    req,
    contact.includes('@')
      ? sql`SELECT id FROM users WHERE role = 'patient' AND lower(email) = lower(${contact}) LIMIT 2`
      : sql`SELECT id FROM users
             WHERE role = 'patient' AND phone IS NOT NULL AND length(${digits(sql`phone`)}) >= 8
               AND ${digits(sql`phone`)} = ${digits(sql`${contact}::text`)} LIMIT 2`,
  )
  return rows.map(({ id }) => id)
}

export type BillRow = LockedBill & {
  date: string
  paidAt: string | null
  method: CashMethod | null
  cashReceived: number | null
  patientName: string | null
  patientPhone: string | null
  takerName: string | null
  items: { name: string; price: number; quantity: number }[]
}

/** A bill with all that its papers show, read by one statement. */
export const readBillRow = async (req: Request, id: string): Promise<BillRow | null> => {
  const rows = await query<BillRow>(
    req,
    sql`SELECT bill.*, p.date, p.paid_at AS "paidAt", p.payment_method AS method,
               p.cash_received::float8 AS "cashReceived", patient.name AS "patientName",
               patient.phone AS "patientPhone", taker.name AS "takerName",
               (SELECT coalesce(json_agg(json_build_object(
                         'name', name, 'price', price, 'quantity', quantity) ORDER BY _order), '[]')
                  FROM pemeriksaan_items WHERE _parent_id = p.id) AS items
          FROM (SELECT ${columns} FROM pemeriksaan WHERE id = ${id}) bill
          JOIN pemeriksaan p ON p.id = bill.id
          JOIN users patient ON patient.id = p.patient_id
          LEFT JOIN users taker ON taker.id = p.paid_by_id`,
  )
  return rows[0] ?? null
}
