import { z } from 'zod'

import { page, perPage } from '@/lib/paging'

import { CHANNELS } from './constants'
import { PAYABLE_TYPES, PAYMENT_METHODS, TRANSACTION_STATUSES } from './contract'

/** What contract checkout.md takes and answers about transactions. */

const money = z.int().min(0).describe('Whole rupiah.')
const time = z.iso.datetime()
const method = z.enum(PAYMENT_METHODS).nullable()
const status = z.enum(TRANSACTION_STATUSES)
const type = z.enum(PAYABLE_TYPES)

/** What stands around an order in every answer. */
const facts = {
  id: z.uuid(),
  invoice_number: z.string(),
}

const paying = {
  original_amount: money,
  discount: money,
  amount: money,
  payment_method: method.describe('null on a hosted page on which none was chosen yet.'),
  payment_details: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('What the payer needs: va_number, deeplink_url, qr_string, qr_url … by method.'),
  status,
  created_at: time,
  expires_at: time.nullable(),
}

export const orderDetail = z
  .object({
    ...facts,
    type,
    item: z.object({ id: z.string(), title: z.string(), thumbnail_url: z.url().nullable() }),
    ...paying,
    paid_at: time.nullable(),
  })
  .meta({ id: 'CheckoutOrder', description: 'checkout.md, "Get Order Detail".' })

export const orderStatus = z.object({
  order_id: z.uuid(),
  invoice_number: z.string(),
  status,
  paid_at: time.nullable(),
})

export const listedOrder = z
  .object({
    ...facts,
    type,
    item_title: z.string(),
    amount: money,
    amount_display: z.string().describe('`Rp 200.000`, with an ordinary space.'),
    payment_method: method,
    status,
    created_at: time,
    paid_at: time.nullable(),
  })
  .meta({ id: 'CheckoutListedOrder' })

export const listMeta = z.object({
  current_page: z.int(),
  per_page: z.int(),
  total: z.int(),
  total_pages: z.int(),
})

const DEFAULT_PER_PAGE = 10
const CODE_MAX = 50

/** `GET /me/transactions` */
export const myTransactionsQuery = z.object({
  page,
  per_page: perPage(DEFAULT_PER_PAGE),
  status: z.enum(TRANSACTION_STATUSES, { error: 'status tidak dikenal.' }).optional(),
  type: z.enum(PAYABLE_TYPES, { error: 'type tidak dikenal.' }).optional(),
})

const channel = z.object({ id: z.enum(CHANNELS), name: z.string(), icon_url: z.url() })

export const paymentMethod = z
  .object({
    id: z.enum(PAYMENT_METHODS),
    name: z.string(),
    description: z.string(),
    icon: z.string(),
    channels: z.array(channel).optional().describe('Absent where there is nothing to choose.'),
  })
  .meta({ id: 'PaymentMethod' })

/** What Midtrans sends; more fields come with each method. */
export const notice = z.looseObject({
  order_id: z.string(),
  status_code: z.string(),
  gross_amount: z.string(),
  signature_key: z.string(),
  transaction_status: z.string(),
})

export const noticeTaken = z.object({ message: z.literal('OK') })

/** `POST /api/payments`: what is paid for, in the words of whatever it is. */
export const payment = z
  .looseObject({
    type: z.string({ error: 'type harus berupa teks.' }).optional(),
    id: z.union([z.string(), z.number()], { error: 'id harus berupa teks atau angka.' }).optional(),
    coupon_code: z
      .string({ error: 'Kode kupon harus berupa teks.' })
      .trim()
      .max(CODE_MAX, `Kode kupon maksimal ${CODE_MAX} karakter.`)
      .nullish()
      .describe('Of courses.'),
  })
  .describe('`{type: "order" or "pemeriksaan", id}`, or `{doctor_id}`.')

export const paymentCreated = z.object({
  success: z.literal(true),
  message: z.string(),
  data: z.looseObject({
    id: z.uuid(),
    order_id: z
      .string()
      .nullable()
      .describe('What the gateway knows; null for what costs nothing.'),
    amount: money,
    status,
    expires_at: time.nullable(),
    token: z.string().nullable(),
    redirect_url: z.string().nullable(),
  }),
})

export const paymentRefused = z
  .looseObject({
    success: z.literal(false),
    message: z.string(),
    errors: z.record(z.string(), z.array(z.string())).optional(),
  })
  .describe('What is paid for may say more: `next_available_at`, of a doctor who is off duty.')
  .meta({ id: 'PaymentError' })
