import { z } from 'zod'

import { ORDER_STATUSES, PAYMENT_METHODS } from './constants'

/** What `GET /api/orders/desk` answers, in the names of the generated API. */

const money = z.int().min(0).describe('Whole rupiah.')
const time = z.iso.datetime()
const text = z.string().nullable()

const deskLine = z.object({
  id: z.int().describe("The line's number."),
  obat: z.int(),
  name: z.string(),
  unit: text,
  quantity: z.int(),
  unitPrice: money,
  subtotal: money,
  needsPrescription: z.boolean(),
})

const deskPrescription = z
  .object({
    id: z.int(),
    patientName: z.string().describe('Whose it is.'),
    doctorName: z.string(),
    issuedAt: time,
    validUntil: time,
    items: z.array(
      z.object({
        obat: z.int(),
        name: z.string(),
        unit: text,
        quantity: z.int().describe('Pieces that are prescribed.'),
        used: z.int().describe('Pieces of them that are ordered, by this order and others.'),
        dose: z.string(),
        note: text,
      }),
    ),
  })
  .meta({ id: 'DeskPrescription' })

const deskOrder = z
  .object({
    id: z.int(),
    status: z.enum(ORDER_STATUSES),
    totalPrice: money,
    paymentMethod: z.enum(PAYMENT_METHODS).nullable(),
    paymentDetails: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What the buyer said of the payment.'),
    paidAt: time.nullable().describe('When the money was taken; null: nobody has it yet.'),
    takenBy: text.describe('Who took the money.'),
    online: z
      .object({
        invoiceNumber: z.string(),
        channel: text.describe('As people call it: `GoPay`.'),
        isPaid: z.boolean().describe('false: it is under way, and may still be paid.'),
      })
      .nullable()
      .describe('How it was paid online, or is being paid now.'),
    createdAt: time,
    expiresAt: time.nullable(),
    customerName: text,
    customerPhone: text,
    accountName: text,
    shippingAddress: text,
    prescriptionSeen: z.boolean(),
    prescription: deskPrescription.nullable().describe('The e-prescription that it draws on.'),
    rejectReason: text.describe('Why the last proof was refused.'),
    cancelReason: text,
    proofUrl: text.describe('The picture of the proof; opens for 15 minutes.'),
    items: z.array(deskLine),
  })
  .meta({ id: 'DeskOrder', description: 'An order as the desk works on it.' })

export const deskAnswer = z.object({
  docs: z.array(deskOrder).describe('Of a kind that waits: oldest first. Of all: newest first.'),
  waiting: z
    .object({ payments: z.int(), cash: z.int(), handover: z.int() })
    .describe('How many orders of each kind wait in all, whatever was searched for.'),
})

export type DeskPrescription = z.infer<typeof deskPrescription>
export type DeskOrder = z.infer<typeof deskOrder>
export type DeskAnswer = z.infer<typeof deskAnswer>
