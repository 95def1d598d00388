import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import type { Way } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'
import type { Transaction, User } from '@/payload-types'

import { rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Ware } from './ware'

/** A request of somebody who is signed in. */
export const requestOf = async ({ id }: Pick<Person, 'id'>): Promise<PayloadRequest> => {
  const payload = await testPayload()
  const user: User = await payload.findByID({ collection: 'users', id, depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

export const VA: Way = { kind: 'charge', method: 'BANK_TRANSFER', channel: null }
export const PAGE: Way = { kind: 'page', finishPath: '/pembayaran/selesai' }

/** Checks a ware out, as an endpoint of a domain does. */
export const checkOut = async (
  buyer: Pick<Person, 'id'>,
  { id }: Pick<Ware, 'id'>,
  { way = VA, coupon = null }: { way?: Way; coupon?: string | null } = {},
): Promise<Transaction> => {
  const req = await requestOf(buyer)
  const item = { id, couponCode: coupon }
  return paymentsOf(req).checkout.start(req, { type: 'pemeriksaan', item, way })
}

export type Row = {
  status: string
  amount: number
  refunded: number
  due: number
  is_paid: boolean
  under_review: boolean
  disputed: boolean
}

/** What stands in a transaction. */
export const rowOf = async (id: string): Promise<Row> => {
  const [row] = await rows<Row>(
    `SELECT status::text, amount::float8, refunded_amount::float8 AS refunded,
            refund_due_amount::float8 AS due, paid_at IS NOT NULL AS is_paid,
            under_review IS TRUE AS under_review, disputed IS TRUE AS disputed
       FROM transactions WHERE id = $1`,
    id,
  )
  if (!row) throw new Error(`No transaction ${id}.`)
  return row
}

export const statusOf = async (id: string): Promise<string> => (await rowOf(id)).status

export type AttemptRow = { id: string; state: string; amount: number; method: string | null }

export const attemptsOf = async (id: string): Promise<AttemptRow[]> =>
  rows<AttemptRow>(
    `SELECT gateway_order_id AS id, state, amount::float8, method FROM payment_attempts
      WHERE transaction_id = $1 ORDER BY number`,
    id,
  )

export const eventsOf = async (id: string): Promise<string[]> =>
  (
    await rows<{ kind: string }>(
      'SELECT kind FROM transaction_events WHERE transaction_id = $1 ORDER BY id',
      id,
    )
  ).map(({ kind }) => kind)

/** Lets the sweeper ask about a transaction now. */
export const askNow = async (id: string): Promise<void> => {
  await rows(
    `UPDATE payment_attempts SET ask_after = now() - interval '1 second', asked_at = NULL
      WHERE transaction_id = $1 AND ask_after IS NOT NULL`,
    id,
  )
}

/** Lets the time of a transaction be over. */
export const letExpire = async (id: string): Promise<void> => {
  await rows(`UPDATE transactions SET expires_at = now() - interval '1 second' WHERE id = $1`, id)
}
