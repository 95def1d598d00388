import type { Refund, Transaction } from '@/payload-types'
import type { Way } from '@/plugins/payments/contract'

import { api } from '../support/api'
import { rows } from '../support/apotek'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { checkOut } from './gateway'
import type { Ware } from './ware'
import { makeWare } from './ware'

export const QRIS: Way = { kind: 'charge', method: 'QRIS', channel: null }
export const VA: Way = { kind: 'charge', method: 'VIRTUAL_ACCOUNT', channel: 'bni' }
export const shopeePay: Way = { kind: 'charge', method: 'E_WALLET', channel: 'shopeepay' }

type Answer<Body> = {
  status: number
  body: Body & { errors: { message: string; data?: { errors: { path: string }[] } }[] }
}

type Refunded = { doc: Transaction; refund: Refund }

/** Calls a named operation of a transaction. */
export const operate = async <Body = { doc: Transaction }>(
  { token }: Person,
  id: string,
  verb: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> =>
  api('POST', `/transactions/${id}/${verb}`, {
    token,
    headers,
    ...(body === undefined ? {} : { body }),
  })

export const refund = async (
  admin: Person,
  id: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Refunded>> => operate<Refunded>(admin, id, 'refund', body, headers)

/** The message of a refusal, with its status. */
export const refusal = ({ status, body }: Answer<unknown>): [number, string | undefined] => [
  status,
  body.errors[0]?.message,
]

export type Sold = { ware: Ware; id: string; orderId: string }

/** A ware that was paid for at the gateway, and given. */
export const sold = async (
  admin: Person,
  buyer: Person,
  { way = QRIS, price = 50_000 }: { way?: Way; price?: number } = {},
): Promise<Sold> => {
  const ware = await makeWare({ price })
  const { id, gatewayOrderId } = await checkOut(buyer, ware, { way })
  const orderId = String(gatewayOrderId)
  const simulator = await testSimulator()
  simulator.change(orderId, { transaction_status: 'settlement', notify: 0 })
  const { body } = await operate(admin, id, 'sync')
  if (body.doc.status !== 'SUCCESS') throw new Error(JSON.stringify(body))
  return { ware, id, orderId }
}

type RefundRow = { amount: number; kind: string; status: string; key: string; by: number | null }

export const refundsOf = async (id: string): Promise<RefundRow[]> =>
  rows<RefundRow>(
    `SELECT amount::float8, kind::text, status::text, refund_key AS key, made_by_id AS by
       FROM refunds WHERE transaction_id = $1 ORDER BY id`,
    id,
  )

/** Lets a refund look as if whoever asked for it were gone. */
export const forsake = async (id: string): Promise<void> => {
  await rows(
    `UPDATE refunds SET updated_at = now() - interval '1 hour'
      WHERE transaction_id = $1 AND status = 'PENDING'`,
    id,
  )
}

/** What the gateway itself holds of an attempt's refunds. */
export const refundedThere = async (orderId: string): Promise<{ key: string; amount: number }[]> =>
  ((await testSimulator()).look(orderId).refunds as { key: string; amount: number }[]).map(
    ({ key, amount }) => ({ key, amount }),
  )
