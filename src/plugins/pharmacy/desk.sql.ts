import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { DeskKind, OrderStatus, PaymentMethod } from './constants'
import { AWAITING } from './contract.sql'
import type { DeskPrescription } from './deskSchemas'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

type DeskLineRow = {
  id: number
  obat: number
  name: string
  unit: string | null
  quantity: number
  unitPrice: number
  subtotal: number
  needsPrescription: boolean
}

export type DeskRow = {
  id: number
  status: OrderStatus
  totalPrice: number
  paymentMethod: PaymentMethod | null
  paymentDetails: unknown
  paidAt: string | null
  takenBy: string | null
  createdAt: string
  expiresAt: string | null
  customerName: string | null
  customerPhone: string | null
  accountName: string | null
  shippingAddress: string | null
  prescriptionSeen: boolean
  prescription: DeskPrescription | null
  rejectReason: string | null
  cancelReason: string | null
  proof: string | null
  items: DeskLineRow[]
}

/** What the desk has to do: the kinds of orders that wait for it, of `orders o`. */
const WAITING: Record<Exclude<DeskKind, 'all'>, SQL> = {
  payments: AWAITING,
  cash: sql`status = 'pending' AND paid_at IS NULL AND payment_method IN ('cash', 'cod')`,
  // What was sold at the counter went over it at once.
  handover: sql`status = 'pending' AND paid_at IS NOT NULL
                AND user_id IN (SELECT id FROM users WHERE role = 'patient')`,
}

export type DeskCounts = Record<keyof typeof WAITING, number>

/** How many orders wait for the desk, of each kind. */
export const countDeskOrders = async (req: Request): Promise<DeskCounts> => {
  const [row] = await query<DeskCounts>(
    req,
    sql`SELECT count(*) FILTER (WHERE ${WAITING.payments})::int AS payments,
               count(*) FILTER (WHERE ${WAITING.cash})::int AS cash,
               count(*) FILTER (WHERE ${WAITING.handover})::int AS handover
          FROM orders WHERE status = 'pending'`,
  )
  return row ?? { payments: 0, cash: 0, handover: 0 }
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`

const PHONE_DIGITS_MIN = 4
const ID_MAX = 2_147_483_647

/** A number, a part of a name (of the customer, or of the account), or a part of a phone number. */
const matching = (text: string): SQL => {
  const [, number] = /^#?(\d{1,10})$/.exec(text) ?? []
  const id = number && Number(number) <= ID_MAX ? Number(number) : null
  const digits = text.replace(/\D/g, '').replace(/^(?:62|0)/, '')
  const phone = /^[\d\s()+-]+$/.test(text) && digits.length >= PHONE_DIGITS_MIN ? digits : null
  return sql`(o.id = ${id}::int
    OR o.customer_name ILIKE ${likePattern(text)} OR account.name ILIKE ${likePattern(text)}
    OR regexp_replace(o.customer_phone, '[^0-9]', '', 'g') LIKE '%' || ${phone}::text || '%'
    OR regexp_replace(account.phone, '[^0-9]', '', 'g') LIKE '%' || ${phone}::text || '%')`
}

const ITEMS = sql`(SELECT coalesce(json_agg(json_build_object(
    'id', i.number, 'obat', i.obat_id, 'name', b.name, 'unit', b.unit, 'quantity', i.quantity,
    'unitPrice', i.unit_price, 'subtotal', i.subtotal,
    'needsPrescription', (b.drug_class = 'keras' OR b.requires_prescription IS TRUE))
    ORDER BY i._order), '[]')
  FROM orders_items i JOIN obat b ON b.id = i.obat_id
 WHERE i._parent_id = o.id)`

const PRESCRIPTION = sql`(SELECT json_build_object(
    'id', r.id, 'patientName', patient.name, 'doctorName', r.doctor_name, 'issuedAt', r.created_at, 'validUntil', r.valid_until,
    'items', (SELECT coalesce(json_agg(json_build_object(
                'obat', i.obat_id, 'name', b.name, 'unit', b.unit, 'quantity', i.quantity,
                'used', i.used, 'dose', i.dose, 'note', i.note) ORDER BY i._order), '[]')
                FROM prescriptions_items i JOIN obat b ON b.id = i.obat_id
               WHERE i._parent_id = r.id))
  FROM prescriptions r JOIN users patient ON patient.id = r.patient_id
 WHERE r.id = o.prescription_id)`

/**
 * Orders for the desk: of a kind, the oldest first, as they are served; of all, the newest first.
 * @param search as it was typed; empty: everything
 */
export const findDeskOrders = async (
  req: Request,
  { kind, search, limit }: { kind: DeskKind; search: string; limit: number },
): Promise<DeskRow[]> => {
  const waiting = kind === 'all' ? sql`true` : WAITING[kind]
  const wanted = search === '' ? sql`true` : matching(search)
  const order = kind === 'all' ? sql`DESC` : sql`ASC`
  return query<DeskRow>(
    req,
    sql`SELECT o.id, o.status, o.total_price::float8 AS "totalPrice",
               o.payment_method AS "paymentMethod", o.payment_details AS "paymentDetails",
               o.paid_at AS "paidAt", taker.name AS "takenBy", o.created_at AS "createdAt",
               o.expires_at AS "expiresAt", o.customer_name AS "customerName",
               o.customer_phone AS "customerPhone", account.name AS "accountName",
               o.shipping_address AS "shippingAddress",
               o.prescription_seen IS TRUE AS "prescriptionSeen",
               ${PRESCRIPTION} AS prescription,
               o.reject_reason AS "rejectReason", o.cancel_reason AS "cancelReason",
               p.filename AS proof, ${ITEMS} AS items
          FROM (SELECT * FROM orders WHERE ${waiting}) o
          LEFT JOIN users account ON account.id = o.user_id
          LEFT JOIN users taker ON taker.id = o.paid_by_id
          LEFT JOIN payment_proofs p ON p.id = o.payment_proof_id
         WHERE ${wanted}
         ORDER BY o.id ${order} LIMIT ${limit}`,
  )
}
