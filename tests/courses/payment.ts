import { createHash } from 'node:crypto'

import { env } from '@/env'
import { expireTransactions } from '@/plugins/payments/sweeper'

import { api } from '../support/api'
import { letExpire } from '../payments/gateway'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'

export type Order = {
  id: string
  invoice_number: string
  amount: number
  discount: number
  original_amount: number
  status: string
  [field: string]: unknown
}
type Body = { data: { order: Order }; message: string; errors?: Record<string, string[]> }

/** Checks a course or an agenda out over the contract. */
export const checkout = async (
  kind: 'courses' | 'agendas',
  { token }: Pick<Person, 'token'>,
  id: string,
  body: Record<string, unknown> = {},
): Promise<{ status: number; body: Body }> => {
  const answer = await api('POST', `/v1/${kind}/${id}/checkout`, {
    token,
    body: { payment_method: 'BANK_TRANSFER', ...body },
  })
  return { status: answer.status, body: answer.body }
}

/** An order that must have been made. */
export const ordered = async (...order: Parameters<typeof checkout>): Promise<Order> => {
  const { status, body } = await checkout(...order)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.data.order
}

const sha512 = (text: string): string => createHash('sha512').update(text).digest('hex')

/** The gateway says that an order is in a state, and sends its signed notice. */
export const notice = async (
  { invoice_number: order, amount }: Order,
  state: 'settlement' | 'expire' | 'refund' | 'deny' = 'settlement',
): Promise<{ status: number; body: unknown }> => {
  const simulator = await testSimulator()
  simulator.change(order, { transaction_status: state, notify: 0 })
  const gross = `${amount}.00`
  const { status, body } = await api('POST', '/v1/payments/notification', {
    body: {
      order_id: order,
      status_code: '200',
      transaction_status: state,
      gross_amount: gross,
      payment_type: 'bank_transfer',
      currency: 'IDR',
      signature_key: sha512(`${order}200${gross}${env.midtrans.serverKey}`),
    },
  })
  return { status, body }
}

/** Lets an order's time be over, and the sweeper see it. */
export const expire = async ({ id }: Order): Promise<void> => {
  await letExpire(id)
  await expireTransactions(await testPayload())
}
