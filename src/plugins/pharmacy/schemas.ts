import { z } from 'zod'

import { documentOf } from '@/lib/contract'
import type { Order } from '@/payload-types'
import { PAPER_STATES, PAYABLE_TYPES } from '@/plugins/payments/contract'

import { ORDER_STATUSES, PAYMENT_METHODS, PAYMENT_STATUSES } from './constants'

/**
 * What contract apotek.md answers. The endpoints are typed by these, the API reference shows them, and
 * the tests hold the answers to them.
 */

const money = z.int().min(0).describe('Whole rupiah.')
const time = z.iso.datetime()

export const contractObat = z
  .object({
    id: z.int(),
    name: z.string(),
    description: z.string(),
    price: money,
    stock: z.int(),
    image: z.string().nullable(),
  })
  .meta({ id: 'ContractObat', description: 'apotek.md, "Obat".' })

export const contractItem = z
  .object({
    id: z.int(),
    order_id: z.int(),
    obat_id: z.int(),
    quantity: z.int(),
    unit_price: money.describe('Frozen when the order was made.'),
    subtotal: money,
    obat: contractObat,
  })
  .meta({ id: 'ContractOrderItem', description: 'apotek.md, "OrderItem".' })

const contractBuyer = z
  .object({
    id: z.int(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    role: z.string(),
  })
  .meta({ id: 'ContractPerson', description: 'apotek.md, "User".' })

const details = z
  .record(z.string(), z.unknown())
  .describe(
    'What the buyer said of the payment. The server adds proof_url (opens in an <img> for 15 minutes), ' +
      'proof_path, rejected_reason and rejected_at.',
  )

/** apotek.md, "Order"; `user` and `paidBy` come with the cashier's endpoints. */
export const contractOrder = z
  .object({
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
  .meta({ id: 'ContractOrder', description: 'apotek.md, "Order".' })

export const contractDeskOrder = contractOrder
  .extend({
    user: contractBuyer.nullable(),
    paidBy: contractBuyer.nullable(),
    customer_name: z.string().nullable(),
    customer_phone: z.string().nullable(),
    prescription_seen: z.boolean(),
  })
  .meta({ id: 'ContractDeskOrder', description: 'An order as the desk sees it.' })

export const meta = z
  .object({
    current_page: z.int(),
    last_page: z.int(),
    per_page: z.int(),
    total: z.int(),
  })
  .meta({ id: 'ContractPage', description: "Laravel's page counts." })

const success = z.literal(true)
type Shown = typeof contractOrder | typeof contractDeskOrder

/** One order, without a message. */
export const orderAnswer = <Kind extends Shown>(data: Kind) => z.object({ success, data })

/** One order, after something was done to it. */
export const orderDone = <Kind extends Shown, Message extends string>(
  message: Message,
  data: Kind,
) => z.object({ success, message: z.literal(message), data })

/** A page of orders. */
export const ordersAnswer = <Kind extends Shown>(order: Kind) =>
  z.object({ success, data: z.array(order), meta })

/** Orders that wait for their confirmation. */
export const pendingAnswer = z.object({
  success,
  count: z.int().describe('How many there are in all.'),
  data: z.array(contractDeskOrder).describe('The oldest hundred, oldest first.'),
})

/** An order in the shape of the generated REST, after a named operation. */
export const orderChanged = z.object({ message: z.literal('OK'), doc: documentOf<Order>('orders') })

const paperText = z.string().nullable()

/** What stands on the papers of an order. */
export const paperAnswer = z.object({
  paper: z
    .object({
      type: z.enum(PAYABLE_TYPES),
      id: z.union([z.int(), z.string()]),
      number: z.string(),
      date: time,
      customer: z.object({ name: paperText, phone: paperText, address: paperText }),
      lines: z.array(
        z.object({
          name: z.string(),
          quantity: z.int(),
          unit: paperText,
          price: money,
          subtotal: money,
        }),
      ),
      total: money,
      method: paperText,
      state: z.enum(Object.keys(PAPER_STATES) as (keyof typeof PAPER_STATES)[]),
      paidAt: time.nullable(),
      confirmedBy: paperText.describe('Who confirmed the payment.'),
      received: money.nullable().describe('Cash that was handed over.'),
    })
    .meta({ id: 'Paper' }),
  proofUrl: z.url(),
})
