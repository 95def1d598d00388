import pg from 'pg'
import { vi } from 'vitest'

import type { Gateway } from '@/plugins/payments/gateway/gateway'
import { engineOf } from '@/plugins/payments/engine'
import type { MadeBill } from '@/plugins/examinations/testing'
import { databaseOf, makeBill } from '@/plugins/examinations/testing'

import { doctorOf } from '../consultations/support'
import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'

export type TestBill = MadeBill & { patient: Person; doctor: Person }

/** A bill of a patient and a doctor who have met nobody else. */
export const bill = async (
  given: Partial<Pick<Parameters<typeof makeBill>[1], 'items' | 'notes'>> & {
    patient?: Person
  } = {},
): Promise<TestBill> => {
  const patient = given.patient ?? (await person('patient'))
  const doctor = await doctorOf()
  const made = await makeBill(databaseOf(await testPayload()), {
    ...given,
    patient: patient.id,
    doctor: doctor.id,
  })
  return { ...made, patient, doctor: doctor.user }
}

type Answer<Body> = { status: number; body: Body }
export type Paying = { message: string; token: string; redirect_url: string; order_id: string }

/** `POST /api/payment`, by whoever has the link. */
export const pay = async (
  id: unknown,
  { token }: Partial<Person> = {},
): Promise<Answer<Paying>> => {
  const { status, body } = await api('POST', '/payment', { token, body: { pemeriksaan_id: id } })
  return { status, body }
}

/** A payment that must have been begun. */
export const paying = async (id: string): Promise<Paying> => {
  const { status, body } = await pay(id)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export type Confirmed = { message: string; success: true; status: string; dibayar: boolean }

/** `POST /api/payment/confirmation` */
export const confirm = async (order: unknown): Promise<Answer<Confirmed>> => {
  const { status, body } = await api('POST', '/payment/confirmation', { body: { order_id: order } })
  return { status, body }
}

type Word =
  | 'pending'
  | 'settlement'
  | 'deny'
  | 'cancel'
  | 'expire'
  | 'refund'
  | 'partial_refund'
  | 'chargeback'

/** What the gateway says of an order from now on; nobody here was told yet. */
export const atGateway = async (
  { order_id: order }: Pick<Paying, 'order_id'>,
  status: Word,
): Promise<void> =>
  (await testSimulator()).change(order, {
    transaction_status: status,
    payment_type: 'qris',
    notify: 0,
  })

/** The two seconds in which nobody asks the gateway about it again are over. */
export const letAsk = async ({ order_id: order }: Pick<Paying, 'order_id'>): Promise<void> => {
  await rows(
    `UPDATE payment_attempts SET confirmed_at = confirmed_at - interval '2 seconds'
      WHERE gateway_order_id = $1`,
    order,
  )
}

/** Counts what is asked of the gateway in this process. */
export const watchGateway = async (call: keyof Gateway) => {
  const { gateway } = engineOf({ payload: await testPayload() })
  return vi.spyOn(gateway, call)
}

/** A bill, its money at the desk, and its newest transaction, as they stand. */
export const stateOf = async (id: string) => {
  const [kept] = await rows(
    `SELECT p.dibayar, p.paid_at IS NOT NULL AS paid, p.paid_by_id AS by,
            p.payment_method AS method, p.transaction IS NOT NULL AS online,
            p.refunded_at IS NOT NULL AS refunded, p.total::float8 AS total,
            (SELECT coalesce(sum(amount), 0)::float8 FROM cash_entries
              WHERE item_type = 'pemeriksaan' AND item_id = p.id) AS taken,
            (SELECT count(*)::int FROM cash_entries
              WHERE item_type = 'pemeriksaan' AND item_id = p.id) AS entries,
            t.status AS transaction, t.refund_due_amount::float8 AS due
       FROM pemeriksaan p LEFT JOIN LATERAL (
            SELECT status, refund_due_amount FROM transactions
             WHERE type = 'pemeriksaan' AND item_id = p.id ORDER BY created_at DESC LIMIT 1) t ON true
      WHERE p.id = $1`,
    id,
  )
  return kept
}

/** Holds a bill's row until all that sets out, one after the other, waits for it. */
export const whileLocked = async <Result>(
  id: string,
  ...works: (() => Promise<Result>)[]
): Promise<Result[]> => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT 1 FROM pemeriksaan WHERE id = $1 FOR UPDATE', [id])
    const under: Promise<Result>[] = []
    for (const work of works) {
      under.push(work())
      await untilBlocked(under.length)
    }
    await client.query('COMMIT')
    return await Promise.all(under)
  } finally {
    await client.end()
  }
}
