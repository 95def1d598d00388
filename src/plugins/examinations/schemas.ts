import { z } from 'zod'

import { documentOf } from '@/lib/contract'
import { AMOUNT_MAX } from '@/lib/fields'
import type { Pemeriksaan } from '@/payload-types'
import { CASH_METHODS } from '@/plugins/payments/contract'

import { REASON_MAX } from './constants'
import { orderIdInvalid } from './errors'

/** What the endpoints of examinations take and answer. */

const ID_MAX = 100

/** `POST /api/payment` */
export const paymentBody = z.object({
  pemeriksaan_id: z
    .string({ error: 'pemeriksaan_id wajib diisi.' })
    .min(1, 'pemeriksaan_id wajib diisi.')
    .max(ID_MAX, 'pemeriksaan_id tidak valid.'),
})

export const paymentAnswer = z.object({
  token: z.string().nullable().describe('null of what costs nothing: it is paid by now.'),
  redirect_url: z.url().describe("The gateway's page, where the browser goes."),
  order_id: z.string().describe('What the gateway knows it by, for the confirmation.'),
})

/** What the gateway takes as an id. */
const orderId = z
  .string({ error: 'order_id wajib diisi.' })
  .regex(/^[A-Za-z0-9_~.-]{1,50}$/, orderIdInvalid().message)

/** `POST` and `GET /api/payment/confirmation` */
export const confirmationInput = z.object({ order_id: orderId })
export type Confirmation = z.infer<typeof confirmationInput>

export const confirmationAnswer = z.object({
  success: z.literal(true),
  status: z.string().describe("The gateway's word: `settlement`, `pending`, `expire` …"),
  dibayar: z.boolean(),
})

const CASH_INVALID = 'Uang yang diterima harus bilangan bulat, 0 atau lebih.'

/** `POST /api/pemeriksaan/{id}/take-payment` */
export const taking = z.object({
  method: z.enum(CASH_METHODS, { error: 'Cara bayar tidak dikenal.' }).default('cash'),
  cashReceived: z
    .int({ error: CASH_INVALID })
    .min(0, CASH_INVALID)
    .max(AMOUNT_MAX, 'Uang yang diterima terlalu besar.')
    .nullish()
    .describe('Of cash: what was handed over, the total or more.'),
  total: z
    .int({ error: 'Total harus bilangan bulat.' })
    .nullish()
    .describe('What the patient was told: 409 when the bill has changed since.'),
})
export type Taking = z.infer<typeof taking>

/** `POST /api/pemeriksaan/{id}/give-back` */
export const givingBack = z.object({
  reason: z
    .string({ error: 'reason wajib diisi.' })
    .trim()
    .min(1, 'reason wajib diisi.')
    .max(REASON_MAX, `reason maksimal ${REASON_MAX} karakter.`),
})

export const billChanged = z.object({
  message: z.literal('OK'),
  doc: documentOf<Pemeriksaan>('pemeriksaan'),
})
