import { z } from 'zod'

import { documentOf } from '@/lib/contract'
import { AMOUNT_MAX } from '@/lib/fields'
import { listFilterQuery } from '@/lib/listFilter'
import type { Refund, Transaction } from '@/payload-types'

import { REASON_MAX } from './constants'
import { TRANSACTION_STATUSES } from './contract'

/** What the panel asks and is told of transactions, beside the generated REST. */

const rupiah = z.int().describe('Whole rupiah.')

const sum = z.object({
  count: z.int(),
  amount: rupiah,
  refunded: rupiah,
  refundDue: rupiah,
})
export type Sum = z.infer<typeof sum>

/** `GET /api/transactions/totals` */
export const totalsQuery = z.object(listFilterQuery)
export const totals = sum.extend({
  byStatus: z.array(sum.extend({ status: z.enum(TRANSACTION_STATUSES) })),
})
export type Totals = z.infer<typeof totals>

const who = z.object({ id: z.int(), name: z.string() }).nullable()
const at = z.iso.datetime()

/** What happened, and what came of it; newest last. */
const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('attempt'),
    at,
    gatewayOrderId: z.string(),
    way: z.enum(['charge', 'page']),
    method: z.string().nullable(),
    channel: z.string().nullable(),
    amount: rupiah,
    state: z.enum(['creating', 'open', 'unknown', 'ending', 'closed', 'paid']),
    gatewayStatus: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('notice'),
    at,
    id: z.int().describe('Of `payment-notifications`.'),
    gatewayOrderId: z.string(),
    says: z.string().nullable(),
    verdict: z.enum(['valid', 'invalid']),
    outcome: z.string().nullable(),
    processedAt: at.nullable(),
  }),
  z.object({
    kind: z.literal('refund'),
    at,
    id: z.int().describe('Of `refunds`.'),
    gatewayOrderId: z.string(),
    amount: rupiah,
    how: z.enum(['gateway', 'manual']),
    status: z.enum(['PENDING', 'SUCCESS', 'FAILED']),
    reason: z.string(),
    note: z.string().nullable(),
    proof: z.string().nullable().describe('The path of the picture.'),
    by: who,
  }),
  z.object({
    kind: z.literal('event'),
    at,
    event: z.string(),
    detail: z.record(z.string(), z.unknown()),
    by: who,
  }),
])
export type Entry = z.infer<typeof entry>

/** Money of one attempt, and how it can go back. */
const paid = z.object({
  gatewayOrderId: z.string(),
  method: z.string().nullable(),
  channel: z.string().nullable(),
  paid: rupiah,
  refunded: rupiah,
  left: rupiah,
  byGateway: z
    .enum(['any', 'whole', 'none'])
    .describe('What the gateway can send back: any amount, the whole only, nothing.'),
})
export type Paid = z.infer<typeof paid>

/** `GET /api/transactions/{id}/timeline` */
export const timeline = z.object({
  entries: z.array(entry),
  payments: z.array(paid).describe('What was paid, attempt by attempt.'),
})
export type Timeline = z.infer<typeof timeline>

const AMOUNT = 'Jumlah harus bilangan bulat di atas 0.'
const REASON = 'Alasan wajib diisi.'

const text = (name: string) =>
  z
    .string({ error: `${name} harus berupa teks.` })
    .trim()
    .max(REASON_MAX, `${name} maksimal ${REASON_MAX} karakter.`)

/** A form sends numbers as text. */
const amount = z
  .union(
    [
      z.int(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    { error: AMOUNT },
  )
  .pipe(z.int({ error: AMOUNT }).min(1, AMOUNT).max(AMOUNT_MAX, 'Jumlah terlalu besar.'))

/** `POST /api/transactions/{id}/refund` */
export const refundBody = z.object({
  amount: amount.nullish().describe('Whole rupiah; all that is left if it is absent.'),
  reason: z
    .string({ error: REASON })
    .trim()
    .min(1, REASON)
    .max(REASON_MAX, `reason maksimal ${REASON_MAX} karakter.`),
  note: text('note').nullish().describe('Needed by hand: where it was sent to.'),
  kind: z
    .enum(['gateway', 'manual'], { error: 'Cara pengembalian tidak dikenal.' })
    .nullish()
    .describe('Through the gateway, or by hand; what is possible if it is absent.'),
  gatewayOrderId: text('gatewayOrderId')
    .nullish()
    .describe('Which payment, where there are several; the last one if it is absent.'),
})
export type RefundBody = z.infer<typeof refundBody>

export const refunded = z.object({
  message: z.literal('OK'),
  doc: documentOf<Transaction>('transactions'),
  refund: documentOf<Refund>('refunds'),
})
export type Refunded = z.infer<typeof refunded>
