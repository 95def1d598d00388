import { z } from 'zod'

import { AMOUNT_MAX } from '@/lib/fields'
import { page, PER_PAGE_MAX, perPage, whole } from '@/lib/paging'
import { CASH_METHODS } from '@/plugins/payments/contract'

import {
  COUNTER_METHODS,
  DESK_KINDS,
  LINES_MAX,
  ORDER_STATUSES,
  PAYMENT_METHODS,
  PAYMENT_STATUSES,
  QUANTITY_MAX,
} from './constants'
import { checkDetails } from './details'
import { itemsNeeded } from './errors'

/** What contract apotek.md takes: the endpoints parse with these, and the API reference shows them. */

const ITEMS_NEEDED = itemsNeeded().message
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

const orderLines = z
  .array(orderLine, { error: ITEMS_NEEDED })
  .min(1, ITEMS_NEEDED)
  .max(LINES_MAX, `Maksimal ${LINES_MAX} baris.`)
  .describe('Lines of the same obat are added up.')

const CASH_TOO_LARGE = 'Uang yang diterima terlalu besar.'
const CASH_INVALID = 'Uang yang diterima harus bilangan bulat, 0 atau lebih.'
const cashReceived = z
  .int({ error: CASH_INVALID })
  .min(0, CASH_INVALID)
  .max(AMOUNT_MAX, CASH_TOO_LARGE)
  .nullish()
  .describe('Whole rupiah of cash that the customer handed over: the total, or more.')

const takenBy = z
  .enum(CASH_METHODS, { error: 'Cara bayar tidak dikenal.' })
  .nullish()
  .describe("How it was paid after all; the order's own method follows. Default: the order's.")

/** `POST /api/orders/{id}/confirm-payment` */
export const taking = z.object({ method: takenBy, cashReceived })
export type Taking = z.infer<typeof taking>

/** `POST /cashier/orders/{id}/confirm-payment` */
export const contractTaking = z
  .object({ payment_method: takenBy, cash_received: cashReceived })
  .transform(({ payment_method: method, cash_received }) => ({
    method,
    cashReceived: cash_received,
  }))

const prescription = (name: string) =>
  z
    .int({ error: `${name} harus bilangan bulat.` })
    .min(1, `${name} tidak valid.`)
    .max(ID_MAX, `${name} tidak valid.`)
    .nullish()

const orderBody = z.object({
  items: orderLines.optional(),
  obat_id: obatId.nullish().describe('In the place of `items`, with `quantity`: a single line.'),
  quantity: quantity.nullish(),
  shipping_address: text(1000).describe("A patient's default is the address of their profile."),
  payment_method: paymentMethod.nullish(),
  payment_details: detailsOrText,
  customer_name: text(255).describe('Staff only: who buys at the counter.'),
  customer_phone: text(32).describe('Staff only.'),
  cash_received: cashReceived.describe('Staff only, of cash: what was handed over.'),
  prescription_seen: z.boolean().optional().describe('Staff only: needed for obat keras.'),
  prescription_id: prescription('prescription_id').describe(
    "The e-prescription to draw on. A patient's default is the one that has all obat keras of the order.",
  ),
})

/** `POST /orders`: one or more items, or `obat_id` and `quantity` of a single one. */
export const newOrder = orderBody
  .transform(({ items, obat_id: obat, quantity: count, ...rest }, context) => {
    if (items) return { ...rest, items }
    if (obat != null && count != null)
      return { ...rest, items: [{ obat_id: obat, quantity: count }] }
    context.addIssue({ code: 'custom', path: ['items'], message: ITEMS_NEEDED })
    return z.NEVER
  })
  .meta({
    anyOf: [{ required: ['items'] }, { required: ['obat_id', 'quantity'] }],
    examples: [
      {
        items: [
          { obat_id: 1, quantity: 2 },
          { obat_id: 3, quantity: 1 },
        ],
        shipping_address: 'Jl. Contoh No. 123, Jakarta',
        payment_method: 'bank_transfer',
      },
    ],
  })
export type NewOrder = z.infer<typeof newOrder>

const rupiah = z.int({ error: 'Jumlah rupiah harus bilangan bulat.' }).min(0)

/** `POST /api/orders/counter-sale`. */
export const counterSale = z.object({
  items: z
    .array(z.object({ obat: obatId, quantity }, { error: 'Baris harus berupa objek.' }), {
      error: ITEMS_NEEDED,
    })
    .min(1, ITEMS_NEEDED)
    .max(LINES_MAX, `Maksimal ${LINES_MAX} baris.`),
  paymentMethod: z.enum(COUNTER_METHODS, { error: 'paymentMethod tidak dikenal.' }),
  customerName: text(255).describe('Who buys, if they want it on the receipt.'),
  customerPhone: text(32),
  cashReceived: cashReceived.describe('Of cash: what was handed over, the total or more.'),
  prescriptionSeen: z.boolean().optional().describe('Needed for obat keras.'),
  prescription: prescription('prescription').describe(
    'The e-prescription to draw on, in the place of one on paper.',
  ),
  totalPrice: rupiah
    .optional()
    .describe('What the customer was told: 409 when prices have changed since.'),
})
export type CounterSale = z.infer<typeof counterSale>

/** `POST /orders/{id}/notify-payment`, without its picture. */
export const paymentNotice = z.object({
  payment_method: paymentMethod.nullish(),
  payment_details: detailsOrText,
})
export type PaymentNotice = z.infer<typeof paymentNotice>

const reason = z
  .string({ error: 'reason wajib diisi.' })
  .trim()
  .min(1, 'reason wajib diisi.')
  .max(500, 'reason maksimal 500 karakter.')

/** `POST /cashier/orders/{id}/reject-payment` and `/cancel`. */
export const withReason = z.object({ reason })

/** `POST /api/orders/{id}/cancel`: the desk says why, a patient need not. */
export const maybeReason = z.object({
  reason: reason.optional().describe('Required of the desk.'),
})

const DEFAULT_PER_PAGE = 20

/** `GET /orders`: at most the newest hundred. */
export const myOrdersQuery = z.object({ page, per_page: perPage(PER_PAGE_MAX) })

/** `GET /cashier/orders`. */
export const cashierOrdersQuery = z.object({
  page,
  per_page: perPage(DEFAULT_PER_PAGE),
  status: z.enum(ORDER_STATUSES, { error: 'status tidak dikenal.' }).optional(),
  payment_status: z.enum(PAYMENT_STATUSES, { error: 'payment_status tidak dikenal.' }).optional(),
  user_id: whole('user_id', ID_MAX).optional(),
})

const DESK_LIMIT_MAX = 100

/** `GET /api/orders/desk`. */
export const deskQuery = z.object({
  kind: z
    .enum(DESK_KINDS, { error: 'kind tidak dikenal.' })
    .default('payments')
    .describe('Payments to confirm, cash to collect, paid goods to hand over, or all orders.'),
  search: z
    .string()
    .trim()
    .max(100, 'search maksimal 100 karakter.')
    .default('')
    .describe('An order number, or a part of a name or of a phone number.'),
  limit: whole('limit', Number.MAX_SAFE_INTEGER)
    .transform((value) => Math.min(value, DESK_LIMIT_MAX))
    .prefault(DESK_LIMIT_MAX)
    .describe(`Cut at ${DESK_LIMIT_MAX}.`),
})

/** What a stored proof is called. */
export const proofName = z.string().regex(/^[0-9a-f]{32}\.jpg$/)

/** What makes a proof's address open without a sign-in. */
export const proofQuery = z.object({
  expires: z.string().optional(),
  signature: z.string().optional(),
})
