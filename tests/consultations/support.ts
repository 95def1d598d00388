import { databaseOf, makeDoctor } from '@/plugins/consultations/testing'
import { expireTransactions } from '@/plugins/payments/sweeper'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { letExpire } from '../payments/gateway'
import { noticeOf, notify } from '../payments/notices'

/** A doctor, and the person who signs in as that one. */
export type TestDoctor = { id: number; name: string; user: Person }

export const doctorOf = async (
  given: Partial<Parameters<typeof makeDoctor>[1]> = {},
): Promise<TestDoctor> => {
  const user = await person('doctor')
  const made = await makeDoctor(databaseOf(await testPayload()), { user: user.id, ...given })
  return { ...made, user }
}

type Body = {
  success: boolean
  message: string
  next_available_at?: string | null
  data: {
    id: string
    order_id: string
    amount: number
    status: string
    expires_at: string
    doctor: { id: number; name: string }
    token: string
    redirect_url: string
  }
}
export type PaymentAnswer = { status: number; body: Body }

/** Asks for half an hour with a doctor, over the contract. */
export const askFor = async (
  { token }: Pick<Person, 'token'>,
  doctor: unknown,
): Promise<PaymentAnswer> => {
  const answer = await api('POST', '/payments', { token, body: { doctor_id: doctor } })
  return { status: answer.status, body: answer.body }
}

export type Asked = Body['data']

/** A payment that must have been made. */
export const asked = async (...ask: Parameters<typeof askFor>): Promise<Asked> => {
  const { status, body } = await askFor(...ask)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.data
}

/** The gateway says what became of a payment. */
export const tellGateway = async (
  { order_id: order, amount }: Pick<Asked, 'order_id' | 'amount'>,
  status: 'settlement' | 'refund' | 'deny' = 'settlement',
): Promise<void> => {
  const simulator = await testSimulator()
  simulator.change(order, { transaction_status: status, notify: 0 })
  const answer = await notify(noticeOf(order, amount, { transaction_status: status }))
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
}

export type Row = {
  id: number
  patient: number
  doctor: number
  transaction: string | null
  status: string
  started: Date
  expires: Date
  ended: Date | null
  warned: Date | null
  abandoned: Date | null
  answered: Date | null
}

const COLUMNS = `id, patient_id AS patient, doctor_id AS doctor, transaction_id AS transaction,
  status::text, started_at AS started, expires_at AS expires, ended_at AS ended, warned_at AS warned,
  abandoned_at AS abandoned, first_answered_at AS answered`

export const rowOf = async (id: number): Promise<Row> => {
  const [row] = await rows<Row>(`SELECT ${COLUMNS} FROM consultations WHERE id = $1`, id)
  if (!row) throw new Error(`No consultation ${id}.`)
  return row
}

/** What a payment has opened; null when it has not. */
export const openedBy = async ({ id }: Pick<Asked, 'id'>): Promise<Row | null> => {
  const [row] = await rows<Row>(
    `SELECT ${COLUMNS} FROM consultations WHERE transaction_id = $1`,
    id,
  )
  return row ?? null
}

/** A consultation that was paid for. */
export const bought = async (patient: Pick<Person, 'token'>, doctor: number): Promise<Row> => {
  const payment = await asked(patient, doctor)
  await tellGateway(payment)
  const row = await openedBy(payment)
  if (!row) throw new Error('Nothing was opened.')
  return row
}

export const holdsOf = async (doctor: number): Promise<number> =>
  (await rows('SELECT 1 FROM consultation_holds WHERE doctor_id = $1', doctor)).length

/** Lets the time to pay be over, and the sweeper see it. */
export const expirePayment = async ({ id }: Pick<Asked, 'id'>): Promise<void> => {
  await letExpire(id)
  await expireTransactions(await testPayload())
}

/** The notices of somebody, oldest first: their kinds. */
export const noticesOf = async ({ id }: Pick<Person, 'id'>): Promise<string[]> =>
  (
    await rows<{ kind: string }>(
      'SELECT kind FROM notifications WHERE user_id = $1 ORDER BY id',
      id,
    )
  ).map(({ kind }) => kind)

/** The moment by the database's clock. */
export const databaseNow = async (): Promise<Date> => {
  const [row] = await rows<{ now: Date }>('SELECT clock_timestamp() AS now')
  return row!.now
}

/** Gives a doctor other hours: rows of the week, by the clinic's clock; none at all without. */
export const setHours = async (
  doctor: number,
  hours: { day: string; start: string; end: string }[] = [],
): Promise<void> => {
  await rows('DELETE FROM doctors_schedule WHERE _parent_id = $1', doctor)
  for (const [index, { day, start, end }] of hours.entries()) {
    await rows(
      `INSERT INTO doctors_schedule (_order, _parent_id, id, day, start_time, end_time)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      index + 1,
      doctor,
      `${doctor}-${index}-${Math.random()}`,
      day,
      start,
      end,
    )
  }
}
