import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { expireTransactions } from '@/plugins/payments/sweeper'

import { api } from '../support/api'
import { people, person, rows } from '../support/apotek'
import { insertAgenda, insertCoupon, insertCourse, usedCountOf } from '../support/courses'
import { atOnce } from '../support/generated'
import type { Person } from '../support/people'
import { testPayload } from '../support/payload'
import { testSimulator } from '../support/simulator'
import { letExpire, rowOf, statusOf } from '../payments/gateway'
import type { Order } from './payment'
import { checkout, expire, notice, ordered } from './payment'

const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+$/) as string
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string
const INVALID = { message: 'Kode kupon tidak valid atau sudah kedaluwarsa' }
const MESSAGE = 'Order berhasil dibuat. Silakan selesaikan pembayaran.'

let patient: Person

const codeOf = async (id: string): Promise<string> => {
  const [row] = await rows<{ code: string }>('SELECT code FROM coupons WHERE id = $1', id)
  return row?.code ?? ''
}
const enrolled = async ({ id }: Pick<Person, 'id'>, course: string): Promise<string[]> =>
  (
    await rows<{ status: string }>(
      'SELECT status FROM enrollments WHERE user_id = $1 AND course_id = $2 ORDER BY id',
      id,
      course,
    )
  ).map(({ status }) => status)
const seats = async (agenda: string): Promise<string[]> =>
  (
    await rows<{ status: string }>(
      'SELECT status FROM agenda_registrations WHERE agenda_id = $1 ORDER BY id',
      agenda,
    )
  ).map(({ status }) => status)

beforeAll(async () => {
  await testSimulator()
  patient = await person('patient')
})

describe('POST /api/v1/courses/:id/checkout', () => {
  it('answers as checkout.md has it', async () => {
    const id = await insertCourse({ price: 250_000, title: 'Manajemen', instructor: 'Ustadz' })
    const code = await codeOf(await insertCoupon({ value: 20 }))
    expect(await checkout('courses', patient, id, { coupon_code: code.toLowerCase() })).toEqual({
      status: 201,
      body: {
        data: {
          order: {
            id: UUID,
            invoice_number: expect.stringMatching(/^INV-CRS-\d{4}-\d{4,}$/),
            course: { id, title: 'Manajemen', thumbnail_url: null, instructor: { name: 'Ustadz' } },
            original_amount: 250_000,
            discount: 50_000,
            amount: 200_000,
            payment_method: 'BANK_TRANSFER',
            payment_details: {
              bank_name: 'Bank Syariah Indonesia',
              account_number: null,
              account_name: null,
              va_number: expect.stringMatching(/^\d+$/),
            },
            status: 'PENDING',
            created_at: TIME,
            expires_at: TIME,
          },
        },
        message: MESSAGE,
      },
    })
  })

  it('refuses whom and what it should', async () => {
    const id = await insertCourse()
    const nobody = await api('POST', `/v1/courses/${id}/checkout`, { body: {} })
    expect([nobody.status, nobody.body]).toEqual([401, { message: 'Unauthenticated.' }])
    for (const role of ['admin', 'cashier', 'doctor', 'editor'] as const) {
      const answer = await checkout('courses', await person(role), id)
      expect(answer).toEqual({ status: 403, body: { message: 'Forbidden' } })
    }
    const draft = await insertCourse({ isPublished: false })
    for (const unknown of [draft, randomUUID(), 'x', '1']) {
      expect(await checkout('courses', patient, unknown)).toEqual({
        status: 404,
        body: { message: 'Kursus tidak ditemukan' },
      })
    }
    const faults = [{ payment_method: 'CASH' }, { channel: 'x' }, { coupon_code: 7 }]
    for (const body of faults) {
      const answer = await checkout('courses', patient, id, body)
      expect([body, answer.status, answer.body.errors]).toEqual([
        body,
        422,
        { [Object.keys(body)[0] ?? '']: [expect.any(String)] },
      ])
    }
    expect(await checkout('courses', patient, id, { coupon_code: 'TIDAK-ADA' })).toEqual({
      status: 400,
      body: INVALID,
    })
    expect(await rows(`SELECT 1 FROM transactions WHERE item_id = $1`, id)).toEqual([])
  })

  it('is done at once when it costs nothing, and once', async () => {
    const free = await insertCourse({ price: 0 })
    const paid = await insertCourse({ price: 90_000 })
    const coupon = await insertCoupon({ value: 100 })
    const order = await ordered('courses', patient, free)
    expect(order).toMatchObject({ status: 'SUCCESS', amount: 0, payment_details: null })
    const full = await ordered('courses', patient, paid, { coupon_code: await codeOf(coupon) })
    expect(full).toMatchObject({ status: 'SUCCESS', discount: 90_000, amount: 0 })
    expect(await usedCountOf(coupon)).toBe(1)
    const told = await rows(
      `SELECT kind, count(*)::int FROM notifications
        WHERE data ->> 'transaction' IN ($1, $2) OR data ->> 'course_id' IN ($3, $4) GROUP BY kind`,
      ...[order.id, full.id, free, paid],
    )
    expect(told).toEqual([{ kind: 'enrolled', count: 2 }])
    for (const id of [free, paid]) {
      expect(await enrolled(patient, id)).toEqual(['ACTIVE'])
      expect(await checkout('courses', patient, id)).toEqual({
        status: 400,
        body: { message: 'Anda sudah memiliki akses ke kursus ini' },
      })
    }
  })

  it('enrolls who has paid, tells them, and takes it back when the money goes back', async () => {
    const id = await insertCourse()
    const order = await ordered('courses', patient, id)
    expect(await enrolled(patient, id)).toEqual([])
    for (let count = 0; count < 3; count += 1) {
      expect(await notice(order)).toEqual({ status: 200, body: { message: 'OK' } })
    }
    expect(await enrolled(patient, id)).toEqual(['ACTIVE'])
    expect(
      await rows(
        `SELECT kind FROM notifications WHERE user_id = $1 AND data ->> 'course_id' = $2`,
        patient.id,
        id,
      ),
    ).toEqual([{ kind: 'enrolled' }])
    await notice(order, 'deny')
    expect(await statusOf(order.id)).toBe('FAILED')
    expect(await enrolled(patient, id)).toEqual(['REVOKED'])
    await notice(await ordered('courses', patient, id))
    expect(await enrolled(patient, id)).toEqual(['REVOKED', 'ACTIVE'])
  })

  it('is not sold again, while an order is open, when it cannot be had any more', async () => {
    const admin = await person('admin')
    const [granted, withdrawn] = [await insertCourse(), await insertCourse()]
    for (const id of [granted, withdrawn]) await ordered('courses', patient, id)
    const { status } = await api('POST', '/enrollments', {
      token: admin.token,
      body: { user: patient.id, course: granted, grantReason: 'beasiswa' },
    })
    expect(status).toBe(201)
    await rows(`UPDATE courses SET _status = 'draft' WHERE id = $1`, withdrawn)
    for (const body of [{}, { payment_method: 'QRIS' }]) {
      expect(await checkout('courses', patient, granted, body)).toEqual({
        status: 400,
        body: { message: 'Anda sudah memiliki akses ke kursus ini' },
      })
      expect(await checkout('courses', patient, withdrawn, body)).toEqual({
        status: 404,
        body: { message: 'Kursus tidak ditemukan' },
      })
    }
  })

  it('is one order, however many come at once', async () => {
    const id = await insertCourse()
    const coupon = await insertCoupon({ maxUses: 5 })
    const code = await codeOf(coupon)
    const orders = await atOnce(10, () => ordered('courses', patient, id, { coupon_code: code }))
    expect(new Set(orders.map((order) => order.id)).size).toBe(1)
    expect(await usedCountOf(coupon)).toBe(1)
  })
})

describe('a coupon', () => {
  it('with one use is one discount, when a hundred users want it at once', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: 1, value: 100 })]
    const code = await codeOf(coupon)
    const buyers = await people('patient', 100)
    const answers = await Promise.all(
      buyers.map((buyer) => checkout('courses', buyer, course, { coupon_code: code })),
    )
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(99)
    for (const answer of refused) expect(answer).toEqual({ status: 400, body: INVALID })
    expect(await usedCountOf(coupon)).toBe(1)
    const [given] = await rows(
      'SELECT count(*)::int AS n FROM enrollments WHERE course_id = $1',
      course,
    )
    expect(given).toEqual({ n: 1 })
  })

  it('is held while paying, comes back, and is used by each user as often as they may', async () => {
    const [one, two] = [await insertCourse(), await insertCourse()]
    const coupon = await insertCoupon()
    const body = { coupon_code: await codeOf(coupon) }
    const order = await ordered('courses', patient, one, body)
    expect(await usedCountOf(coupon)).toBe(1)
    expect((await checkout('courses', patient, two, body)).status).toBe(400)
    expect((await checkout('courses', patient, one, body)).body.data.order.id).toBe(order.id)
    const own = { token: patient.token, body: { code: body.coupon_code, course_id: one } }
    expect((await api('POST', '/v1/coupons/validate', own)).status).toBe(200)
    await expire(order)
    expect([await statusOf(order.id), await usedCountOf(coupon)]).toEqual(['EXPIRED', 0])
    await ordered('courses', patient, two, body)
    const stranger = await person('patient')
    await ordered('courses', stranger, two, body)
    expect(await usedCountOf(coupon)).toBe(2)
  })

  it('is given back when another one, or none, takes its place', async () => {
    const course = await insertCourse({ price: 100_000 })
    const [first, second] = [await insertCoupon({ value: 10 }), await insertCoupon({ value: 30 })]
    const order = await ordered('courses', patient, course, { coupon_code: await codeOf(first) })
    expect(order.amount).toBe(90_000)
    const other = await ordered('courses', patient, course, { coupon_code: await codeOf(second) })
    expect([other.id, other.amount]).toEqual([order.id, 70_000])
    expect([await usedCountOf(first), await usedCountOf(second)]).toEqual([0, 1])
    expect((await ordered('courses', patient, course)).amount).toBe(100_000)
    expect(await usedCountOf(second)).toBe(0)
  })

  it('comes back when the gateway refuses', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: 1 })]
    const simulator = await testSimulator()
    simulator.fault({ route: 'charge', kind: 'refuse', times: 2 })
    const body = { coupon_code: await codeOf(coupon) }
    expect(await checkout('courses', patient, course, body)).toEqual({
      status: 502,
      body: { message: 'Pembayaran belum dapat dibuat, silakan coba lagi.' },
    })
    simulator.clearFaults()
    expect(await usedCountOf(coupon)).toBe(0)
  })

  it('comes back when what was settled is denied, and stays used when it is refunded', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: 1 })]
    const body = { coupon_code: await codeOf(coupon) }
    const denied = await ordered('courses', patient, course, body)
    await notice(denied)
    await notice(denied, 'deny')
    expect([await statusOf(denied.id), await usedCountOf(coupon)]).toEqual(['FAILED', 0])
    const refunded = await ordered('courses', patient, course, body)
    await notice(refunded)
    await notice(refunded, 'refund')
    expect([await statusOf(refunded.id), await usedCountOf(coupon)]).toEqual(['REFUNDED', 1])
  })

  it('that is used up meanwhile makes late money a refund that is due', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: 1 })]
    const body = { coupon_code: await codeOf(coupon) }
    const late = await ordered('courses', patient, course, body)
    await expire(late)
    await ordered('courses', await person('patient'), course, body)
    expect(await notice(late)).toEqual({ status: 200, body: { message: 'OK' } })
    expect(await rowOf(late.id)).toMatchObject({
      status: 'EXPIRED',
      is_paid: false,
      due: late.amount,
    })
    expect([await enrolled(patient, course), await usedCountOf(coupon)]).toEqual([[], 1])
    const noted: [Person, string | null][] = [
      [patient, null],
      [await person('cashier'), 'Kupon yang dipakai sudah habis.'],
    ]
    for (const [{ token }, note] of noted) {
      const { status, body } = await api('GET', `/transactions/${late.id}`, { token })
      expect([status, (body as { reviewNote?: string }).reviewNote ?? null]).toEqual([200, note])
    }
  })

  it('that is free again is taken again by late money', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: 1 })]
    const late = await ordered('courses', patient, course, { coupon_code: await codeOf(coupon) })
    await expire(late)
    await notice(late)
    expect(await rowOf(late.id)).toMatchObject({ status: 'SUCCESS', is_paid: true, due: 0 })
    expect([await enrolled(patient, course), await usedCountOf(coupon)]).toEqual([['ACTIVE'], 1])
  })
})

describe('late money of many at once, for what is left for one', () => {
  const LATE = 8
  /** Orders of as many people, whose time is over. */
  const lateOrders = async (
    kind: 'courses' | 'agendas',
    id: string,
    body: Record<string, unknown> = {},
  ): Promise<Order[]> => {
    const buyers = await people('patient', LATE)
    const orders = await Promise.all(buyers.map((buyer) => ordered(kind, buyer, id, body)))
    for (const { id: order } of orders) await letExpire(order)
    await expireTransactions(await testPayload())
    return orders
  }
  const settleAll = async (orders: Order[]) => {
    const answers = await Promise.all(orders.map((order) => notice(order)))
    for (const { status } of answers) expect(status).toBe(200)
    const states = await Promise.all(orders.map(({ id }) => rowOf(id)))
    return states.map(({ status, due }) => `${status} ${due > 0}`).sort()
  }
  const ONE = [...Array<string>(LATE - 1).fill('EXPIRED true'), 'SUCCESS false']

  it('a coupon', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: LATE })]
    const orders = await lateOrders('courses', course, { coupon_code: await codeOf(coupon) })
    await rows('UPDATE coupons SET max_uses = 1 WHERE id = $1', coupon)
    expect(await settleAll(orders)).toEqual(ONE)
    expect(await usedCountOf(coupon)).toBe(1)
  })

  it('a seat', async () => {
    const agenda = await insertAgenda({ capacity: LATE })
    const orders = await lateOrders('agendas', agenda)
    await rows('UPDATE agendas SET capacity = 1 WHERE id = $1', agenda)
    expect(await settleAll(orders)).toEqual(ONE)
    expect((await seats(agenda)).filter((status) => status === 'CONFIRMED')).toHaveLength(1)
  })
})

describe('POST /api/v1/agendas/:id/checkout', () => {
  it('answers as courses do', async () => {
    const id = await insertAgenda({ price: 75_000, title: 'Seminar' })
    expect(await checkout('agendas', patient, id, { payment_method: 'QRIS' })).toEqual({
      status: 201,
      body: {
        data: {
          order: {
            id: UUID,
            invoice_number: expect.stringMatching(/^INV-AGD-\d{4}-\d{4,}$/),
            agenda: {
              id,
              title: 'Seminar',
              thumbnail_url: null,
              starts_at: '2099-01-01T02:00:00.000Z',
              ends_at: null,
              place: 'Aula',
            },
            original_amount: 75_000,
            discount: 0,
            amount: 75_000,
            payment_method: 'QRIS',
            payment_details: expect.objectContaining({ qr_string: expect.any(String) }),
            status: 'PENDING',
            created_at: TIME,
            expires_at: TIME,
          },
        },
        message: MESSAGE,
      },
    })
    expect(await seats(id)).toEqual(['PENDING'])
  })

  it('refuses what it should', async () => {
    const draft = await insertAgenda({ isPublished: false })
    for (const unknown of [draft, randomUUID(), 'x']) {
      expect(await checkout('agendas', patient, unknown)).toEqual({
        status: 404,
        body: { message: 'Agenda tidak ditemukan' },
      })
    }
    const over = await insertAgenda({ startsAt: '2020-01-01T00:00:00.000Z' })
    expect(await checkout('agendas', patient, over)).toEqual({
      status: 400,
      body: { message: 'Agenda sudah berakhir' },
    })
    const full = await insertAgenda({ capacity: 0 })
    expect(await checkout('agendas', patient, full)).toEqual({
      status: 400,
      body: { message: 'Kuota agenda sudah penuh' },
    })
    const free = await insertAgenda({ price: 0 })
    const coupon = { coupon_code: await codeOf(await insertCoupon()) }
    expect(await checkout('agendas', patient, free, coupon)).toEqual({
      status: 400,
      body: INVALID,
    })
    expect((await ordered('agendas', patient, free)).status).toBe('SUCCESS')
    expect(await seats(free)).toEqual(['CONFIRMED'])
    expect(await checkout('agendas', patient, free)).toEqual({
      status: 400,
      body: { message: 'Anda sudah terdaftar di agenda ini' },
    })
    expect((await checkout('agendas', await person('cashier'), free)).status).toBe(403)
  })

  it('has one registration for the last seat, when fifty want it at once', async () => {
    const agenda = await insertAgenda({ capacity: 3, price: 0 })
    for (const guest of await people('patient', 2)) await ordered('agendas', guest, agenda)
    const buyers = await people('patient', 50)
    const answers = await Promise.all(buyers.map((buyer) => checkout('agendas', buyer, agenda)))
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(49)
    for (const answer of refused) {
      expect(answer).toEqual({ status: 400, body: { message: 'Kuota agenda sudah penuh' } })
    }
    expect(await seats(agenda)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
  })

  it('holds a seat while paying, confirms it once, and gives it up at the end of its time', async () => {
    const agenda = await insertAgenda({ capacity: 1 })
    const order = await ordered('agendas', patient, agenda)
    const stranger = await person('patient')
    expect((await checkout('agendas', stranger, agenda)).status).toBe(400)
    expect((await ordered('agendas', patient, agenda, { payment_method: 'QRIS' })).id).toBe(
      order.id,
    )
    await expire(order)
    expect(await seats(agenda)).toEqual(['CANCELLED'])
    const other = await ordered('agendas', stranger, agenda)
    await notice(other)
    await notice(other)
    expect(await seats(agenda)).toEqual(['CANCELLED', 'CONFIRMED'])
  })

  it('that is full meanwhile makes late money a refund that is due', async () => {
    const agenda = await insertAgenda({ capacity: 1 })
    const late = await ordered('agendas', patient, agenda)
    await expire(late)
    await ordered('agendas', await person('patient'), agenda)
    expect(await notice(late)).toEqual({ status: 200, body: { message: 'OK' } })
    expect(await rowOf(late.id)).toMatchObject({
      status: 'EXPIRED',
      is_paid: false,
      due: late.amount,
    })
    expect(await seats(agenda)).toEqual(['CANCELLED', 'PENDING'])
  })

  it('takes a seat that is free again, for late money; gives it up when the money goes back', async () => {
    const agenda = await insertAgenda({ capacity: 1 })
    const late = await ordered('agendas', patient, agenda)
    await expire(late)
    await notice(late)
    expect([await statusOf(late.id), await seats(agenda)]).toEqual(['SUCCESS', ['CONFIRMED']])
    await notice(late, 'deny')
    expect(await seats(agenda)).toEqual(['CANCELLED'])
  })
})
