import { beforeAll, describe, expect, it } from 'vitest'

import { api } from '../../../tests/support/api'
import { atDesk, people, person, placed, rows } from '../../../tests/support/apotek'
import { orderTransaction } from '../../../tests/support/orderTransaction'
import { systemRequest, testPayload } from '../../../tests/support/payload'
import type { Person } from '../../../tests/support/people'
import { dayIn } from '../../lib/dayIn'
import { salesOverview } from './operations/salesOverview'
import type { Sales } from './salesSchemas'
import { makeObat } from './testing'

type Row = {
  paidAt?: string
  refundedAt?: string
  total?: number
  method?: string | null
  isOnline?: true
}

/** An order of the past, as the database has it. */
const insert = async ({
  paidAt,
  refundedAt,
  total = 1000,
  method = 'cash',
  isOnline,
}: Row): Promise<void> => {
  const transaction = isOnline ? (await orderTransaction(0, null, total)).id : null
  await rows(
    `INSERT INTO orders (status, payment_status, payment_method, total_price, paid_at, refunded_at,
                         transaction_id)
     VALUES ('completed', 'paid', $1, $2, $3, $4, $5)`,
    method,
    total,
    paidAt ?? null,
    refundedAt ?? null,
    transaction,
  )
}

/** Tests share a database with others: a year nobody else sells in. The clinic is in Jakarta, UTC+7. */
const NOW = new Date('2019-03-10T05:00:00Z')
const overview = async (days = 30): Promise<Sales> =>
  salesOverview(await systemRequest(), { days, now: NOW })

describe('what was sold lately', () => {
  beforeAll(async () => {
    await testPayload()
    // The edges of 10 March in Jakarta.
    await insert({ paidAt: '2019-03-09T16:59:59.999Z', total: 1 })
    await insert({ paidAt: '2019-03-09T17:00:00.000Z', total: 10 })
    await insert({ paidAt: '2019-03-10T16:59:59.999Z', total: 100, method: 'cod' })
    await insert({ paidAt: '2019-03-10T17:00:00.000Z', total: 1_000_000 })
    await insert({ paidAt: '2019-03-10T03:00:00Z', total: 2000, method: 'qris' })
    await insert({ paidAt: '2019-03-10T03:00:00Z', total: 4000, method: 'bank_transfer' })
    await insert({ paidAt: '2019-03-10T03:00:00Z', total: 8000, method: null })
    // Whatever was said before it was paid online.
    await insert({ paidAt: '2019-03-10T03:00:00Z', total: 16_000, isOnline: true })
    // Taken a week ago, given back yesterday.
    const returned = { paidAt: '2019-03-03T04:00:00Z', refundedAt: '2019-03-09T04:00:00Z' }
    await insert({ ...returned, total: 500, method: 'qris' })
    await insert({ paidAt: '2019-03-03T05:00:00Z', total: 7 })
    // The first of thirty days, and the last before it.
    await insert({ paidAt: '2019-02-08T17:00:00Z', total: 3 })
    await insert({ paidAt: '2019-02-08T16:59:59Z', total: 30_000 })
    await insert({ total: 9999 })
  })

  it("puts money on the clinic's day that it was taken, and back on the day that it went back", async () => {
    const { today, yesterday, lastWeek } = await overview()
    expect(today).toEqual({
      date: '2019-03-10',
      total: 30_110,
      count: 6,
      refunded: 0,
      byMethod: { cash: 8110, qris: 2000, bank_transfer: 4000, online: 16_000 },
    })
    expect(yesterday).toEqual({
      date: '2019-03-09',
      total: -499,
      count: 1,
      refunded: 500,
      byMethod: { cash: 1, qris: -500, bank_transfer: 0, online: 0 },
    })
    expect(lastWeek).toMatchObject({ date: '2019-03-03', total: 507, count: 2, refunded: 0 })
  })

  it('has every day, those without sales too, today last', async () => {
    const { days } = await overview()
    expect(days).toHaveLength(30)
    expect(days[0]).toEqual({ date: '2019-02-09', total: 3, count: 1 })
    expect(days[1]).toEqual({ date: '2019-02-10', total: 0, count: 0 })
    expect(days.at(-1)).toEqual({ date: '2019-03-10', total: 30_110, count: 6 })
    const sold = days.filter(({ count, total }) => count > 0 || total !== 0)
    expect(sold).toHaveLength(4)
  })

  it('knows last week also when fewer days are asked for', async () => {
    const { days, lastWeek } = await overview(1)
    expect(days.map(({ date }) => date)).toEqual(['2019-03-10'])
    expect(lastWeek.total).toBe(507)
  })

  it('knows the days of a zone that changes its clock', async () => {
    const zone = 'Europe/Berlin'
    expect(dayIn(zone, new Date('2019-03-30T23:00:00Z'))).toBe('2019-03-31')
    expect(dayIn(zone, new Date('2019-03-31T21:59:59Z'))).toBe('2019-03-31')
    expect(dayIn(zone, new Date('2019-03-31T22:00:00Z'))).toBe('2019-04-01')
  })
})

describe('GET /api/orders/sales', () => {
  let admin: Person
  let patient: Person

  beforeAll(async () => {
    admin = await person('admin')
    patient = await person('patient')
  })

  const read = async (query = ''): Promise<Sales> =>
    (await api('GET', `/orders/sales${query}`, { token: admin.token })).body

  it('counts an order when its money is taken, and no more when it went back', async () => {
    const obat = await makeObat(await testPayload(), { price: 12_500, stock: 10 })
    const before = await read()
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 2 }], {
      payment_method: 'bank_transfer',
    })
    const placedNow = await read()
    expect(placedNow.today).toEqual(before.today)
    expect(placedNow.openPayments.count).toBe(before.openPayments.count + 1)
    expect(placedNow.openPayments.oldestAt).not.toBeNull()

    expect((await atDesk(admin, 'confirm-payment', id)).status).toBe(200)
    const taken = await read('?days=7')
    expect(taken.today.total).toBe(before.today.total + 25_000)
    expect(taken.today.count).toBe(before.today.count + 1)
    expect(taken.days).toHaveLength(7)
    expect(taken.days.at(-1)?.total).toBe(taken.today.total)
    expect(taken.openPayments.count).toBe(before.openPayments.count)

    expect((await atDesk(admin, 'cancel', id, { reason: 'Salah obat' })).status).toBe(200)
    const returned = await read()
    expect(returned.today.total).toBe(before.today.total)
    expect(returned.today.refunded).toBe(before.today.refunded + 25_000)
  })

  it.each(['0', '-1', '367', '1.5', 'banyak'])('refuses %s days', async (days) => {
    const { status } = await api('GET', `/orders/sales?days=${days}`, { token: admin.token })
    expect(status).toBe(422)
  })

  it('is for admins', async () => {
    const others = await Promise.all(
      (['patient', 'cashier', 'doctor', 'editor'] as const).map(async (role) => people(role, 1)),
    )
    for (const { token } of others.flat()) {
      expect((await api('GET', '/orders/sales', { token })).status).toBe(403)
    }
    expect((await api('GET', '/orders/sales')).status).toBe(401)
  })
})
