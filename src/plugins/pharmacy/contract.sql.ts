import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { OrderStatus, PaymentMethod, PaymentStatus } from './constants'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type ObatRow = {
  id: number
  name: string
  description: unknown
  price: number
  stock: number
  unit: string | null
  image: string | null
}
export type ItemRow = {
  id: number
  obat_id: number
  quantity: number
  unit_price: number
  subtotal: number
  obat: ObatRow
}
type PersonRow = {
  id: number
  name: string
  email: string
  phone: string | null
  address: string | null
  role: string
}

/** An order with everything that a contract's answer shows of it, read by one statement. */
export type OrderRow = {
  id: number
  user_id: number | null
  total_price: number
  status: OrderStatus
  shipping_address: string | null
  payment_method: PaymentMethod | null
  payment_status: PaymentStatus
  payment_details: Record<string, unknown> | null
  paid_at: string | null
  paid_by: number | null
  created_at: string
  updated_at: string
  customer_name: string | null
  customer_phone: string | null
  prescription_seen: boolean | null
  reject_reason: string | null
  rejected_at: string | null
  refunded_at: string | null
  cash_received: number | null
  /** What paid it online. */
  transaction_id: string | null
  proof: string | null
  items: ItemRow[]
  buyer: PersonRow | null
  taker: PersonRow | null
}

const person = (alias: 'buyer' | 'taker') => {
  const name = sql.raw(alias)
  return sql`CASE WHEN ${name}.id IS NULL THEN NULL ELSE json_build_object(
    'id', ${name}.id, 'name', ${name}.name, 'email', ${name}.email, 'phone', ${name}.phone,
    'address', ${name}.address, 'role', ${name}.role) END`
}

const ITEMS = sql`(SELECT coalesce(json_agg(json_build_object(
    'id', i.number, 'obat_id', i.obat_id, 'quantity', i.quantity,
    'unit_price', i.unit_price, 'subtotal', i.subtotal,
    'obat', json_build_object('id', b.id, 'name', b.name, 'description', b.description,
                              'price', b.price, 'stock', b.stock, 'unit', b.unit,
                              'image', m.filename))
    ORDER BY i._order), '[]')
  FROM orders_items i
  LEFT JOIN obat b ON b.id = i.obat_id
  LEFT JOIN media m ON m.id = b.image_id
 WHERE i._parent_id = o.id)`

const select = (selection: SQL): SQL => sql`
  SELECT o.id, o.user_id, o.total_price::float8, o.status, o.shipping_address, o.payment_method,
         o.payment_status, o.payment_details, o.paid_at, o.paid_by_id AS paid_by, o.created_at,
         o.updated_at, o.customer_name, o.customer_phone, o.prescription_seen, o.reject_reason,
         o.rejected_at, o.refunded_at, o.cash_received::float8, o.transaction_id,
         p.filename AS proof, ${ITEMS} AS items,
         ${person('buyer')} AS buyer, ${person('taker')} AS taker
    FROM (${selection}) chosen
    JOIN orders o ON o.id = chosen.id
    LEFT JOIN payment_proofs p ON p.id = o.payment_proof_id
    LEFT JOIN users buyer ON buyer.id = o.user_id
    LEFT JOIN users taker ON taker.id = o.paid_by_id`

export const findOrder = async (req: Request, id: number): Promise<OrderRow | null> => {
  const rows = await query<OrderRow>(req, select(sql`SELECT id FROM orders WHERE id = ${id}`))
  return rows[0] ?? null
}

/** Whether an order has this id, which may be any text. */
export const orderExists = async (req: Request, text: string): Promise<boolean> => {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  const rows = await query(req, sql`SELECT 1 FROM orders WHERE id = ${id}::bigint`)
  return rows.length > 0
}

export type Page = { page: number; perPage: number }

/** The newest hundred orders of one user, a page of them, and how many those are. */
export const findMyOrders = async (
  req: Request,
  user: number,
  { page, perPage }: Page,
): Promise<{ rows: OrderRow[]; total: number }> => {
  const newest = sql`SELECT id FROM orders WHERE user_id = ${user} ORDER BY id DESC LIMIT 100`
  const chosen = sql`SELECT id FROM (${newest}) newest ORDER BY id DESC
                     LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`
  const rows = await query<OrderRow>(req, sql`${select(chosen)} ORDER BY o.id DESC`)
  if (page === 1 && rows.length < perPage) return { rows, total: rows.length }
  const [count] = await query<{ total: number }>(
    req,
    sql`SELECT count(*)::int AS total FROM (${newest}) newest`,
  )
  return { rows, total: count?.total ?? 0 }
}

export type OrderFilter = {
  status?: OrderStatus | undefined
  payment_status?: PaymentStatus | undefined
  user_id?: number | undefined
}

const matching = ({ status, payment_status: payment, user_id: user }: OrderFilter): SQL => sql`
  (${status ?? null}::text IS NULL OR status::text = ${status ?? null})
  AND (${payment ?? null}::text IS NULL OR payment_status::text = ${payment ?? null})
  AND (${user ?? null}::int IS NULL OR user_id = ${user ?? null})`

/** All orders that a filter lets through, newest first. */
export const findOrders = async (
  req: Request,
  filter: OrderFilter,
  { page, perPage }: Page,
): Promise<{ rows: OrderRow[]; total: number }> => {
  const chosen = sql`SELECT id FROM orders WHERE ${matching(filter)} ORDER BY id DESC
                     LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`
  const rows = await query<OrderRow>(req, sql`${select(chosen)} ORDER BY o.id DESC`)
  const [count] = await query<{ total: number }>(
    req,
    sql`SELECT count(*)::int AS total FROM orders WHERE ${matching(filter)}`,
  )
  return { rows, total: count?.total ?? 0 }
}

/** Orders whose payment waits for a confirmation, as apotek.md counts them. */
export const AWAITING = sql`status = 'pending' AND payment_status = 'pending'`

/** Orders that wait for a confirmation, oldest first. */
export const findPendingPayments = async (
  req: Request,
  limit: number,
): Promise<{ rows: OrderRow[]; total: number }> => {
  const chosen = sql`SELECT id FROM orders WHERE ${AWAITING} ORDER BY id LIMIT ${limit}`
  const rows = await query<OrderRow>(req, sql`${select(chosen)} ORDER BY o.id`)
  const [count] = await query<{ total: number }>(
    req,
    sql`SELECT count(*)::int AS total FROM orders WHERE ${AWAITING}`,
  )
  return { rows, total: count?.total ?? 0 }
}

/** Whose order a stored proof belongs to; null for names that no proof has. */
export const findProofOwner = async (
  req: Request,
  filename: string,
): Promise<{ user: number | null } | null> => {
  const rows = await query<{ user: number | null }>(
    req,
    sql`SELECT o.user_id AS "user" FROM payment_proofs p JOIN orders o ON o.id = p.order_id
         WHERE p.filename = ${filename}`,
  )
  return rows[0] ?? null
}
