import { z } from 'zod'

import {
  LINES_MAX,
  ORDER_STATUSES,
  PAYMENT_METHODS,
  PAYMENT_STATUSES,
  QUANTITY_MAX,
} from './constants'
import { checkDetails } from './details'

/**
 * What contract apotek.md takes and answers. The API reference is made from these, and the tests hold
 * the endpoints to them.
 */

const ITEMS_NEEDED = 'items atau obat_id+quantity diperlukan'
const ID_MAX = 2_147_483_647

const obatId = z
  .int({ error: 'obat_id harus bilangan bulat.' })
  .min(1, 'obat_id tidak valid.')
  .max(ID_MAX, 'obat_id tidak valid.')

const quantity = z
  .int({ error: 'quantity harus bilangan bulat.' })
  .min(1, 'quantity minimal 1.')
  .max(QUANTITY_MAX, `quantity maksimal ${QUANTITY_MAX}.`)

const orderLine = z.object({ obat_id: obatId, quantity }, { error: 'Baris harus berupa objek.' })

const paymentMethod = z.enum(PAYMENT_METHODS, { error: 'payment_method tidak dikenal.' })

const details = z.record(z.string(), z.unknown(), {
  error: 'payment_details harus berupa objek.',
})

const sentDetails = details.nullish().superRefine((value, context) => {
  const fault = checkDetails(value)
  if (fault !== true) context.addIssue(fault)
})

/** Some clients send the details as a JSON text, in forms above all. */
const detailsOrText = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  if (value.trim() === '') return undefined
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}, sentDetails)

const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((value) => (value?.trim() ? value.trim() : undefined))

/** `POST /orders`: one or more items, or `obat_id` and `quantity` of a single one. */
export const newOrder = z.preprocess(
  (body) => {
    const { items, obat_id, quantity: count, ...rest } = (body ?? {}) as Record<string, unknown>
    if (items === undefined && obat_id !== undefined && count !== undefined) {
      return { ...rest, items: [{ obat_id, quantity: count }] }
    }
    return { ...rest, items }
  },
  z.object({
    items: z
      .array(orderLine, { error: ITEMS_NEEDED })
      .min(1, ITEMS_NEEDED)
      .max(LINES_MAX, `Maksimal ${LINES_MAX} baris.`),
    shipping_address: text(1000),
    payment_method: paymentMethod.nullish(),
    payment_details: detailsOrText,
    customer_name: text(255),
    customer_phone: text(32),
    prescription_seen: z.boolean().optional(),
  }),
)
export type NewOrder = z.infer<typeof newOrder>

/** `POST /orders/{id}/notify-payment`, without its picture. */
export const paymentNotice = z.object({
  payment_method: paymentMethod.nullish(),
  payment_details: detailsOrText,
})
export type PaymentNotice = z.infer<typeof paymentNotice>

/** `POST /cashier/orders/{id}/reject-payment` and `/cancel`. */
export const withReason = z.object({
  reason: z
    .string({ error: 'reason wajib diisi.' })
    .trim()
    .min(1, 'reason wajib diisi.')
    .max(500, 'reason maksimal 500 karakter.'),
})

const PER_PAGE_MAX = 100
const DEFAULT_PER_PAGE = 20

const pageNumber = z.coerce
  .number({ error: 'page tidak valid.' })
  .pipe(z.int().min(1).max(10_000_000))
const perPage = z.coerce
  .number({ error: 'per_page tidak valid.' })
  .pipe(z.int().min(1))
  .transform((value) => Math.min(value, PER_PAGE_MAX))

/** `GET /orders`: at most the newest hundred. */
export const myOrdersQuery = z.object({
  page: pageNumber.default(1),
  per_page: perPage.default(PER_PAGE_MAX),
})

/** `GET /cashier/orders`. */
export const cashierOrdersQuery = z.object({
  page: pageNumber.default(1),
  per_page: perPage.default(DEFAULT_PER_PAGE),
  status: z.enum(ORDER_STATUSES, { error: 'status tidak dikenal.' }).optional(),
  payment_status: z.enum(PAYMENT_STATUSES, { error: 'payment_status tidak dikenal.' }).optional(),
  user_id: z.coerce
    .number({ error: 'user_id tidak valid.' })
    .pipe(z.int().min(1).max(ID_MAX))
    .optional(),
})

const money = z.int().min(0)
const time = z.iso.datetime()

export const contractObat = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  price: money,
  stock: z.int(),
  image: z.string().nullable(),
})

export const contractItem = z.object({
  id: z.int(),
  order_id: z.int(),
  obat_id: z.int(),
  quantity: z.int(),
  unit_price: money,
  subtotal: money,
  obat: contractObat,
})

const contractBuyer = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  role: z.string(),
})

/** apotek.md, "Order"; `user` and `paidBy` come with the cashier's endpoints. */
export const contractOrder = z.object({
  id: z.int(),
  user_id: z.int().nullable(),
  total_price: money,
  status: z.enum(ORDER_STATUSES),
  shipping_address: z.string().nullable(),
  payment_method: z.enum(PAYMENT_METHODS).nullable(),
  payment_status: z.enum(PAYMENT_STATUSES),
  payment_details: details.nullable(),
  paid_at: time.nullable(),
  paid_by: z.int().nullable(),
  created_at: time,
  updated_at: time,
  items: z.array(contractItem),
})

export const contractDeskOrder = contractOrder.extend({
  user: contractBuyer.nullable(),
  paidBy: contractBuyer.nullable(),
  customer_name: z.string().nullable(),
  customer_phone: z.string().nullable(),
  prescription_seen: z.boolean(),
})

export const meta = z.object({
  current_page: z.int(),
  last_page: z.int(),
  per_page: z.int(),
  total: z.int(),
})
