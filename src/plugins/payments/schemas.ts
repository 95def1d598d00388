import { z } from 'zod'

import { documentOf } from '@/lib/contract'
import { AMOUNT_MAX } from '@/lib/fields'
import type { Shift, Transaction } from '@/payload-types'

import { REASON_MAX } from './constants'

/** What the endpoints of shifts take and answer. */

const MESSAGE = 'Jumlah harus bilangan bulat, 0 atau lebih.'
const amount = z.int({ error: MESSAGE }).min(0, MESSAGE).max(AMOUNT_MAX, 'Jumlah terlalu besar.')

const note = z
  .string({ error: 'note harus berupa teks.' })
  .trim()
  .max(REASON_MAX, `note maksimal ${REASON_MAX} karakter.`)
  .nullish()

/** `POST /api/shifts/{id}/float` */
export const openingFloat = z.object({
  openingFloat: amount.describe('Whole rupiah that were in the drawer at the start.'),
  note,
})
export type OpeningFloat = z.infer<typeof openingFloat>

/** `POST /api/shifts/{id}/close` */
export const closing = z.object({
  countedCash: amount.describe('Whole rupiah that are in the drawer, the float among them.'),
  countedQris: amount.nullish().describe("By the provider's list; not counted if it is left out."),
  countedTransfer: amount.nullish().describe("By the bank's list; not counted if it is left out."),
  note,
})
export type Closing = z.infer<typeof closing>

/** A transaction after a named operation. */
export const transactionChanged = z.object({
  message: z.literal('OK'),
  doc: documentOf<Transaction>('transactions'),
})

/** A shift after a named operation. */
export const shiftChanged = z.object({ message: z.literal('OK'), doc: documentOf<Shift>('shifts') })

const taken = {
  payments: z.int().describe('How many payments.'),
  taken: z.int().describe('Whole rupiah.'),
  returned: z.int().describe('Whole rupiah that went back to customers.'),
}

/** `GET /api/shifts/mine` */
export const mine = z.object({
  shift: documentOf<Shift>('shifts').nullable().describe('My open shift.'),
  sums: z
    .object({
      cash: z.object({ ...taken, paidIn: z.int(), paidOut: z.int() }),
      qris: z.object(taken),
      transfer: z.object(taken),
    })
    .nullable(),
})
