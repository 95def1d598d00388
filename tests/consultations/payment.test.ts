import { DateTime } from 'luxon'
import { beforeAll, describe, expect, it } from 'vitest'

import { env } from '@/env'
import { DAYS } from '@/plugins/consultations/constants'
import { databaseOf, makeConsultation } from '@/plugins/consultations/testing'

import { api } from '../support/api'
import { people, person, refusal, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import { withRowLocked } from '../support/locks'
import { testPayload } from '../support/payload'
import { testSimulator } from '../support/simulator'
import { rowOf as transactionOf } from '../payments/gateway'
import { noticeOf, notify } from '../payments/notices'
import {
  asked,
  askFor,
  bought,
  databaseNow,
  doctorOf,
  expirePayment,
  holdsOf,
  noticesOf,
  openedBy,
  rowOf,
  setHours,
  tellGateway,
} from './support'

const HALF_AN_HOUR_MS = 30 * 60_000

beforeAll(async () => {
  await testSimulator()
})

const consult = async (given: Parameters<typeof makeConsultation>[1]) =>
  makeConsultation(databaseOf(await testPayload()), given)

/** Hours that are not now: a row of two hours in three days. */
const inThreeDays = async () => {
  const zone = env.clinicTimezone
  const day = DateTime.fromJSDate(await databaseNow(), { zone }).plus({ days: 3 })
  const row = { day: DAYS[day.weekday - 1] ?? '', start: '08:00', end: '10:00' }
  return { row, begins: day.set({ hour: 8, minute: 0, second: 0, millisecond: 0 }).toJSDate() }
}

describe('POST /api/payments, for a doctor', () => {
  it('holds a place for fifteen minutes, and makes no consultation yet', async () => {
    const [doctor, patient] = [await doctorOf({ fee: 75_000 }), await person('patient')]
    const before = (await databaseNow()).getTime()
    const { status, body } = await askFor(patient, doctor.id)
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        success: true,
        message: expect.any(String),
        data: {
          id: expect.stringMatching(/^[\da-f-]{36}$/),
          order_id: expect.stringMatching(/^INV-KSL-\d{4}-\d{4,}$/),
          amount: 75_000,
          status: 'PENDING',
          expires_at: expect.any(String),
          doctor: { id: doctor.id, name: doctor.name },
          token: expect.any(String),
          redirect_url: expect.stringContaining('http'),
        },
      },
    })
    const quotedAt = new Date(body.data.expires_at).getTime() - HALF_AN_HOUR_MS / 2
    expect(quotedAt).toBeGreaterThanOrEqual(before)
    expect(quotedAt).toBeLessThanOrEqual((await databaseNow()).getTime())
    expect(await openedBy(body.data)).toBeNull()
    expect(await holdsOf(doctor.id)).toBe(1)
    // The same again is the same payment.
    expect((await asked(patient, String(doctor.id))).id).toBe(body.data.id)
    expect(await holdsOf(doctor.id)).toBe(1)
  })

  it('refuses doctors who are none, inactive, or cannot sign in any more', async () => {
    const patient = await person('patient')
    const inactive = await doctorOf({ active: false })
    const disabled = await doctorOf()
    await rows('UPDATE users SET disabled = true WHERE id = $1', disabled.user.id)
    const notFound = refusal(404, 'Dokter tidak ditemukan')
    for (const id of [inactive.id, disabled.id, 2_000_000_000, 9_007_199_254_740_991, 0, -1])
      expect(await askFor(patient, id)).toEqual(notFound)
    for (const id of ['x', null, {}, [1], 1.5, true, ''])
      expect((await askFor(patient, id)).status).toBe(422)
    expect((await askFor(inactive.user, inactive.id)).status).toBe(403)
  })

  it('refuses who is in a session with that doctor, also a scheduled one', async () => {
    const doctor = await doctorOf()
    for (const startsIn of [-60, 3 * 24 * 3600]) {
      const patient = await person('patient')
      await consult({ patient: patient.id, doctor: doctor.id, startsIn })
      expect(await askFor(patient, doctor.id)).toEqual(
        refusal(409, 'Anda masih memiliki konsultasi aktif'),
      )
      const other = await doctorOf()
      expect((await askFor(patient, other.id)).status).toBe(201)
    }
    const before = await person('patient')
    await consult({ patient: before.id, doctor: doctor.id, startsIn: -1801 })
    expect((await askFor(before, doctor.id)).status).toBe(201)
  })

  it('refuses off duty, and says when the next hours begin', async () => {
    const [doctor, patient] = [await doctorOf({ isOnDuty: false }), await person('patient')]
    const offDuty = refusal(409, 'Dokter sedang tidak praktik')
    expect(await askFor(patient, doctor.id)).toEqual({
      ...offDuty,
      body: { ...offDuty.body, next_available_at: null },
    })
    const { row, begins } = await inThreeDays()
    await setHours(doctor.id, [row])
    const { status, body } = await askFor(patient, doctor.id)
    expect([status, body.next_available_at]).toEqual([409, begins.toISOString()])
  })

  it('refuses when all places are taken: by sessions, those that begin soon, and who is paying', async () => {
    const doctor = await doctorOf({ maxConcurrent: 3 })
    const [first, second, third, fourth] = await people('patient', 4)
    await consult({ patient: first!.id, doctor: doctor.id, startsIn: -1700 })
    await consult({ patient: second!.id, doctor: doctor.id, startsIn: 40 * 60 })
    // These take none: over, ended, and far away.
    await consult({ patient: fourth!.id, doctor: doctor.id, startsIn: -1800 })
    await consult({ patient: fourth!.id, doctor: doctor.id, isEnded: true })
    const later = await person('patient')
    await consult({ patient: later.id, doctor: doctor.id, startsIn: 50 * 60 })

    const paying = await asked(third!, doctor.id)
    expect(await askFor(fourth!, doctor.id)).toEqual(refusal(409, 'Dokter sedang penuh'))
    await expirePayment(paying)
    expect(await holdsOf(doctor.id)).toBe(0)
    expect((await askFor(fourth!, doctor.id)).status).toBe(201)
  })

  it('gives the last place to one of many', async () => {
    const doctor = await doctorOf({ maxConcurrent: 1 })
    const payers = await people('patient', 4)
    // All of them have set out before one of them has looked.
    const answers = await withRowLocked('doctors', doctor.id, payers.length, async () =>
      Promise.all(payers.map(async (payer) => askFor(payer, doctor.id))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect(await holdsOf(doctor.id)).toBe(1)
  })
})

describe('a payment that succeeds', () => {
  it('opens the consultation for thirty minutes of the database’s clock, and tells both', async () => {
    const [doctor, patient] = [await doctorOf(), await person('patient')]
    const before = await databaseNow()
    const payment = await asked(patient, doctor.id)
    await tellGateway(payment)
    const row = (await openedBy(payment))!
    expect(row).toMatchObject({ patient: patient.id, doctor: doctor.id, status: 'active' })
    expect(row.expires.getTime() - row.started.getTime()).toBe(HALF_AN_HOUR_MS)
    expect(row.started.getTime()).toBeGreaterThanOrEqual(before.getTime())
    expect(row.started.getTime()).toBeLessThanOrEqual((await databaseNow()).getTime())
    expect(await holdsOf(doctor.id)).toBe(0)
    expect(await noticesOf(patient)).toEqual(['consultation-opened', 'payment-success'])
    expect(await noticesOf(doctor.user)).toEqual(['consultation-opened'])
    // The same notice again opens nothing more.
    await tellGateway(payment)
    expect(await rows('SELECT 1 FROM consultations WHERE doctor_id = $1', doctor.id)).toHaveLength(
      1,
    )
  })

  it('opens at once what costs nothing', async () => {
    const [doctor, patient] = [await doctorOf({ fee: 0 }), await person('patient')]
    const payment = await asked(patient, doctor.id)
    expect([payment.status, payment.redirect_url]).toEqual(['SUCCESS', null])
    expect((await openedBy(payment))?.status).toBe('active')
    expect(await holdsOf(doctor.id)).toBe(0)
  })

  it('is scheduled for the next hours, when the doctor has gone off duty meanwhile', async () => {
    const [doctor, patient] = [await doctorOf(), await person('patient')]
    const payment = await asked(patient, doctor.id)
    const { row: hours, begins } = await inThreeDays()
    await setHours(doctor.id, [hours])
    await tellGateway(payment)
    const row = (await openedBy(payment))!
    expect([row.status, row.started, row.expires]).toEqual([
      'scheduled',
      begins,
      new Date(begins.getTime() + HALF_AN_HOUR_MS),
    ])
    expect(await noticesOf(patient)).toEqual(['consultation-scheduled', 'payment-success'])
  })

  it.each([
    ['has no hours any more', async (id: number) => setHours(id)],
    [
      'is inactive',
      async (id: number) => rows('UPDATE doctors SET active = false WHERE id = $1', id),
    ],
  ])('is to be refunded, when the doctor %s', async (_name, change) => {
    const [doctor, patient] = [await doctorOf(), await person('patient')]
    const payment = await asked(patient, doctor.id)
    await change(doctor.id)
    await tellGateway(payment)
    expect(await openedBy(payment)).toBeNull()
    expect(await transactionOf(payment.id)).toMatchObject({ status: 'FAILED', due: payment.amount })
    expect(await holdsOf(doctor.id)).toBe(0)
  })
})

describe('money that comes late, or twice', () => {
  it('takes a place again, when one is left', async () => {
    const [doctor, patient] = [await doctorOf({ maxConcurrent: 1 }), await person('patient')]
    const payment = await asked(patient, doctor.id)
    await expirePayment(payment)
    expect(await transactionOf(payment.id)).toMatchObject({ status: 'EXPIRED' })
    await tellGateway(payment)
    expect((await openedBy(payment))?.status).toBe('active')
    expect(await transactionOf(payment.id)).toMatchObject({ status: 'SUCCESS', due: 0 })
  })

  it('is to be refunded, when somebody else holds the place', async () => {
    const doctor = await doctorOf({ maxConcurrent: 1 })
    const [late, quick] = await people('patient', 2)
    const payment = await asked(late!, doctor.id)
    await expirePayment(payment)
    const other = await asked(quick!, doctor.id)
    await tellGateway(payment)
    expect(await openedBy(payment)).toBeNull()
    expect(await transactionOf(payment.id)).toMatchObject({ due: payment.amount })
    await tellGateway(other)
    expect((await openedBy(other))?.status).toBe('active')
  })

  it('gives one consultation for two payments of the same patient', async () => {
    const [doctor, patient] = [await doctorOf({ maxConcurrent: 2 }), await person('patient')]
    const first = await asked(patient, doctor.id)
    await expirePayment(first)
    const second = await asked(patient, doctor.id)
    await tellGateway(first)
    await tellGateway(second)
    expect((await openedBy(first))?.status).toBe('active')
    expect(await openedBy(second)).toBeNull()
    expect(await transactionOf(second.id)).toMatchObject({ status: 'FAILED', due: second.amount })
    expect(await holdsOf(doctor.id)).toBe(0)
  })

  it('is to be refunded, when the consultation was taken back with the money before', async () => {
    const [doctor, patient] = [await doctorOf(), await person('patient')]
    const payment = await asked(patient, doctor.id)
    await tellGateway(payment)
    await tellGateway(payment, 'deny')
    const row = (await openedBy(payment))!
    expect([row.status, await transactionOf(payment.id)]).toMatchObject([
      'expired',
      { status: 'FAILED', due: 0 },
    ])
    // The page still offers the other ways to pay.
    const simulator = await testSimulator()
    simulator.change(payment.order_id, { transaction_status: 'settlement', notify: 0 })
    const other = { transaction_id: 'c5b3f8f2-0000-4000-8000-000000000001' }
    expect((await notify(noticeOf(payment.order_id, payment.amount, other))).status).toBe(200)
    expect(await transactionOf(payment.id)).toMatchObject({ status: 'FAILED', due: payment.amount })
    expect((await openedBy(payment))?.ended).toEqual(row.ended)
  })

  it('settles once, however often it is told at once', async () => {
    const [doctor, patient] = [await doctorOf(), await person('patient')]
    const payment = await asked(patient, doctor.id)
    await atOnce(5, async () => tellGateway(payment))
    expect(await rows('SELECT 1 FROM consultations WHERE doctor_id = $1', doctor.id)).toHaveLength(
      1,
    )
  })
})

describe('a refund', () => {
  it('ends the consultation, and frees the place', async () => {
    const doctor = await doctorOf({ maxConcurrent: 1 })
    const [patient, next] = await people('patient', 2)
    const payment = await asked(patient!, doctor.id)
    await tellGateway(payment)
    expect((await askFor(next!, doctor.id)).status).toBe(409)
    await tellGateway(payment, 'refund')
    const row = (await openedBy(payment))!
    expect([row.status, row.ended !== null]).toEqual(['expired', true])
    expect((await askFor(next!, doctor.id)).status).toBe(201)
    await tellGateway(payment, 'refund')
    expect((await rowOf(row.id)).ended).toEqual(row.ended)
  })

  it('changes nothing of one that is over', async () => {
    const [doctor, patient] = [await doctorOf(), await person('patient')]
    const { id, transaction } = await bought(patient, doctor.id)
    await rows(
      `UPDATE consultations SET started_at = started_at - interval '1 hour',
              expires_at = expires_at - interval '1 hour' WHERE id = $1`,
      id,
    )
    const [order] = await rows<{ gateway_order_id: string; amount: number }>(
      'SELECT gateway_order_id, amount::float8 FROM transactions WHERE id = $1',
      transaction,
    )
    await tellGateway({ order_id: order!.gateway_order_id, amount: order!.amount }, 'refund')
    expect((await rowOf(id)).ended).toBeNull()
  })
})

it('answers the transaction as the checkout’s contract has it', async () => {
  const [doctor, patient] = [await doctorOf(), await person('patient')]
  const payment = await asked(patient, doctor.id)
  const { body } = await api('GET', `/v1/orders/${payment.id}`, { token: patient.token })
  expect(body).toMatchObject({
    data: {
      type: 'consultation',
      item: { id: String(doctor.id), title: `Konsultasi ${doctor.name}` },
    },
  })
})
