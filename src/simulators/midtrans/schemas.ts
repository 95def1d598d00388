import { z } from 'zod'

import { parseStart, unitMs } from './clock'
import { BANKS, PAYMENT_TYPES } from './methods'
import { Refusal } from './refusal'
import { STATUSES } from './types'
import type { Expiry, Item } from './types'

const DAY = 24 * 60 * 60_000
const PAGE_MAX = 7 * DAY

const integer = (name: string) =>
  z.number({ error: `${name} is not a number` }).refine(Number.isSafeInteger, `${name} is invalid`)

const short = (name: string, max: number) =>
  z.string({ error: `${name} is required` }).max(max, `${name} too long, maximum ${max} characters`)

const ORDER_ID = 'transaction_details.order_id'
const AMOUNT = 'transaction_details.gross_amount'

const transactionDetails = z.object(
  {
    order_id: z
      .string({ error: `${ORDER_ID} is required` })
      .min(1, `${ORDER_ID} is required`)
      .max(50, `${ORDER_ID} too long, maximum 50 characters`)
      .regex(/^[A-Za-z0-9_~.-]*$/, `${ORDER_ID} has invalid characters`),
    gross_amount: integer(AMOUNT).refine(
      (amount) => amount >= 1,
      `${AMOUNT} must be greater than or equal to 0.01`,
    ),
  },
  { error: 'transaction_details is required' },
)

const item = z.object({
  id: short('item_details.id', 50).default(''),
  name: short('item_details.name', 50).min(1, 'item_details.name is required'),
  price: integer('item_details.price'),
  quantity: integer('item_details.quantity').refine(
    (quantity) => quantity > 0,
    'item_details.quantity must be greater than 0',
  ),
})

const customer = z.object({
  first_name: short('customer_details.first_name', 255).default(''),
  last_name: short('customer_details.last_name', 255).default(''),
  email: z
    .email('customer_details.email format is invalid')
    .max(255, 'customer_details.email too long')
    .nullish(),
  phone: short('customer_details.phone', 255).nullish(),
})

const duration = z.coerce.number().int().positive('expiry duration must be greater than 0')
const unit = z.string().refine((text) => unitMs(text) !== null, 'expiry unit is invalid')
const start = z
  .string()
  .refine((text) => parseStart(text) !== null, 'expiry start_time format is invalid')

const msOf = (count: number, name: string): number => count * (unitMs(name) ?? 0)
const startOf = (text: string | undefined): number | null => (text ? parseStart(text) : null)

const base = {
  transaction_details: transactionDetails,
  item_details: z.array(item).optional(),
  customer_details: customer.optional(),
}

/** `http:` and `https:` only: the page links to it. */
const link = z.url({ protocol: /^https?$/, error: 'callbacks.finish is not a valid URL' })

const snapBody = z.object({
  ...base,
  enabled_payments: z.array(z.string()).default([]),
  expiry: z.object({ start_time: start.optional(), unit, duration }).optional(),
  page_expiry: z
    .object({ unit, duration })
    .refine(({ duration: count, unit: name }) => msOf(count, name) <= PAGE_MAX, {
      error: 'page_expiry is more than 7 days',
    })
    .optional(),
  callbacks: z.object({ finish: link.optional() }).optional(),
})

const coreBody = z.object({
  ...base,
  payment_type: z.enum(PAYMENT_TYPES, { error: 'payment_type is not supported' }),
  bank_transfer: z.object({ bank: z.enum(BANKS, { error: 'bank is not supported' }) }).optional(),
  custom_expiry: z
    .object({
      order_time: start.optional(),
      expiry_duration: duration,
      unit: unit.default('minute'),
    })
    .optional(),
})

const parse = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { data, error } = schema.safeParse(body)
  if (error) throw new Refusal(400, [...new Set(error.issues.map(({ message }) => message))])
  return data
}

type Base = {
  transaction_details: { order_id: string; gross_amount: number }
  item_details?: Item[] | undefined
  customer_details?: { first_name: string; last_name: string } | undefined
}

const orderOf = ({ transaction_details, item_details = [], customer_details }: Base) => {
  const total = item_details.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  if (item_details.length > 0 && total !== transaction_details.gross_amount) {
    throw new Refusal(400, [`${AMOUNT} is not equal to the sum of item_details`])
  }
  const name = [customer_details?.first_name, customer_details?.last_name].filter(Boolean)
  return {
    orderId: transaction_details.order_id,
    amount: transaction_details.gross_amount,
    items: item_details,
    customer: name.join(' '),
  }
}

/** @throws {Refusal} 400 with every fault */
export const parsePage = (body: unknown) => {
  const { expiry, page_expiry, ...rest } = parse(snapBody, body)
  return {
    ...orderOf(rest),
    enabled: rest.enabled_payments,
    finishUrl: rest.callbacks?.finish ?? null,
    pageMs: page_expiry ? msOf(page_expiry.duration, page_expiry.unit) : DAY,
    expiry: {
      start: startOf(expiry?.start_time),
      ms: expiry ? msOf(expiry.duration, expiry.unit) : DAY,
    } satisfies Expiry,
  }
}

/** @throws {Refusal} 400 with every fault */
export const parseCharge = (body: unknown) => {
  const { custom_expiry, ...rest } = parse(coreBody, body)
  const bank = rest.bank_transfer?.bank
  if (rest.payment_type === 'bank_transfer' && !bank) {
    throw new Refusal(400, ['bank_transfer.bank is required'])
  }
  return {
    ...orderOf(rest),
    paymentType: rest.payment_type,
    bank,
    expiry: {
      start: startOf(custom_expiry?.order_time),
      ms: custom_expiry ? msOf(custom_expiry.expiry_duration, custom_expiry.unit) : DAY,
    } satisfies Expiry,
  }
}

const refundBody = z.object({
  refund_key: z.string().min(1).max(255).optional(),
  amount: z.number().int().positive().optional(),
  reason: z.string().max(255).default(''),
})

export const parseRefund = (body: unknown) => {
  const { data } = refundBody.safeParse(body ?? {})
  if (!data) throw new Refusal(414, ['Refund amount or key is invalid'])
  return data
}

/** What the control route takes: the other side's word, whatever came before. */
export const changeBody = z.strictObject({
  transaction_status: z.enum(STATUSES),
  payment_type: z.enum(PAYMENT_TYPES).optional(),
  bank: z.enum(BANKS).optional(),
  fraud_status: z.enum(['accept', 'challenge', 'deny']).optional(),
  /** The amount that Midtrans tells from now on: not what was asked for. */
  gross_amount: z.number().int().positive().optional(),
  refund_amount: z.number().int().positive().optional(),
  refund_key: z.string().max(255).optional(),
  /** How often it is told; 0: a lost notification. */
  notify: z.number().int().min(0).max(200).default(1),
  delay_ms: z.number().int().min(0).max(600_000).default(0),
})
export type Change = z.input<typeof changeBody>

const FAULT_ROUTES = [
  'snap',
  'charge',
  'status',
  'cancel',
  'expire',
  'refund',
  'approve',
  'deny',
  '*',
] as const
const FAULT_KINDS = ['timeout-after-acceptance', '500', 'malformed', 'slow', 'refuse'] as const

export const faultBody = z.strictObject({
  route: z.enum(FAULT_ROUTES),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).max(100_000).default(1),
  delay_ms: z.number().int().min(0).max(600_000).optional(),
})
export type Fault = z.input<typeof faultBody>

/** @throws {Refusal} 400 with every fault and where it is */
export const parseControl = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { data, error } = schema.safeParse(body)
  if (error) {
    throw new Refusal(
      400,
      error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
    )
  }
  return data
}
