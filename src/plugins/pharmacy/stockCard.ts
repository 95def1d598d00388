import { z } from 'zod'

import { MOVEMENT_KINDS, ORDER_STATUSES, QUANTITY_MAX } from './constants'
import { pageOf, pageQuery, stockedObat } from './stockReports'

/** What an obat's stock card takes and answers: the endpoints parse with these, the panel is typed by them. */

export const cardQuery = z.object(pageQuery)

const person = z.object({ id: z.int(), name: z.string() })

const movement = z.object({
  id: z.int(),
  kind: z.enum(MOVEMENT_KINDS),
  quantity: z.int().describe('Above 0: came in; below: went out.'),
  balanceAfter: z.int(),
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: person.nullable().describe("null: the system's own doing."),
  order: z.object({ id: z.int(), status: z.enum(ORDER_STATUSES) }).nullable(),
})
export type CardMovement = z.infer<typeof movement>

const cardObat = stockedObat.extend({ active: z.boolean() })
export type CardObat = z.infer<typeof cardObat>

export const cardAnswer = pageOf(movement).extend({ obat: cardObat }).meta({ id: 'StockCard' })
export type StockCard = z.infer<typeof cardAnswer>

const COUNT_MAX = QUANTITY_MAX * 100

export const countBody = z.object({
  counted: z
    .int({ error: 'counted harus bilangan bulat.' })
    .min(0, 'counted minimal 0.')
    .max(COUNT_MAX, `counted maksimal ${COUNT_MAX}.`)
    .describe('Units that are there.'),
  reason: z
    .string({ error: 'reason wajib diisi.' })
    .trim()
    .min(1, 'reason wajib diisi.')
    .max(500, 'reason maksimal 500 karakter.'),
})

export const countAnswer = z.object({
  message: z.literal('OK'),
  before: z.int().describe('What the books said at that moment.'),
  stock: z.int(),
  movement: z.int().nullable().describe('The adjustment; null where nothing differed.'),
})
