import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type {
  Agenda,
  CashEntry,
  Consultation,
  Coupon,
  Course,
  Doctor,
  Enrollment,
  Obat,
  Order,
  PaymentProof,
  Pemeriksaan,
  Prescription,
  Shift,
  StockMovement,
  Transaction,
} from '@/payload-types'
import type { Sales } from '@/plugins/pharmacy/salesSchemas'
import { DEMO_PASSWORD } from '@/server/demonstration/logins'

import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'

describe('the demonstration', () => {
  let server: RunningServer
  let folder: string
  let token: string

  const get = async <Body>(path: string): Promise<Body> => {
    const headers = { Authorization: `Bearer ${token}` }
    const answer = await fetch(`${server.url}/api${path}`, { headers })
    expect(answer.status).toBe(200)
    return (await answer.json()) as Body
  }
  const all = async <Doc>(collection: string): Promise<Doc[]> =>
    (await get<{ docs: Doc[] }>(`/${collection}?limit=0&depth=0&sort=id`)).docs

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sehat-demonstration-'))
    const env = { SEHAT_DATA_DIR: join(folder, 'data'), MEDIA_DIR: join(folder, 'media') }
    server = await startServer({ databaseUrl: '', env })
    const login = await fetch(`${server.url}/api/apotek/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@sehat.test', password: DEMO_PASSWORD }),
    })
    ;({ token } = (await login.json()) as { token: string })
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('plays Midtrans beside it, on loopback, and says where', async () => {
    const answer = await fetch(`${server.midtransUrl}/simulator`)
    expect(await answer.json()).toEqual({
      notification_url: `${server.url}/api/v1/payments/notification`,
      faults: [],
      orders: expect.any(Array),
    })
    expect(server.logs()).toContain(`${server.midtransUrl}/simulator`)
  })

  it('has a month of sales behind it', async () => {
    const { days, openPayments } = await get<Sales>('/orders/sales?days=30')
    expect(days.filter(({ count }) => count > 0).length).toBeGreaterThan(20)
    expect(openPayments.count).toBe(5)
  })

  it('has a ledger that adds up, in the order in which it happened', async () => {
    const movements = await all<StockMovement>('stock-movements')
    for (const { id, stock } of await all<Obat>('obat')) {
      const own = movements.filter(({ obat }) => obat === id)
      let balance = 0
      for (const { quantity, balanceAfter } of own) {
        balance += quantity
        expect(balanceAfter).toBe(balance)
      }
      expect(stock).toBe(balance)
      const times = own.map(({ createdAt }) => createdAt)
      expect(times).toEqual([...times].sort())
    }
    expect(movements.some(({ kind }) => kind === 'cancellation')).toBe(true)
  })

  it('has an entry of the drawer for all money, in the shift that it was taken in', async () => {
    const orders = await all<Order>('orders')
    const entries = await all<CashEntry>('cash-entries')
    const shifts = new Map((await all<Shift>('shifts')).map((shift) => [shift.id, shift]))
    const paid = orders.filter(({ paidAt }) => paidAt)
    const bills = (await all<Pemeriksaan>('pemeriksaan')).filter(({ paidAt }) => paidAt)
    const payments = entries.filter(({ kind }) => kind === 'payment')
    expect(payments.map(({ itemId, amount, createdAt }) => [itemId, amount, createdAt])).toEqual(
      expect.arrayContaining(paid.map((one) => [String(one.id), one.totalPrice, one.paidAt])),
    )
    expect(payments.map(({ itemId, amount }) => [itemId, amount])).toEqual(
      expect.arrayContaining(bills.map(({ id, total }) => [id, total])),
    )
    expect(payments).toHaveLength(paid.length + bills.length)
    expect(entries.filter(({ kind }) => kind === 'refund')).toHaveLength(
      orders.filter(({ refundedAt }) => refundedAt).length,
    )
    for (const { shift, takenBy, createdAt } of entries) {
      const held = shifts.get(shift as number)
      expect(held?.cashier).toBe(takenBy)
      expect(createdAt >= (held?.openedAt ?? '')).toBe(true)
      expect(createdAt <= (held?.closedAt ?? createdAt)).toBe(true)
    }
    expect([...shifts.values()].filter(({ closedAt }) => closedAt).length).toBeGreaterThan(20)
  })

  it('has transfers to look at, one of which is short', async () => {
    const orders = await all<Order>('orders')
    const shown = await Promise.all(
      (await all<PaymentProof>('payment-proofs')).map(async ({ order, url }) => {
        const headers = { Authorization: `Bearer ${token}` }
        const picture = await fetch(new URL(url ?? '', server.url), { headers })
        const { paymentDetails, totalPrice } = orders.find(({ id }) => id === order) as Order
        const { amount } = paymentDetails as { amount: number }
        return [picture.headers.get('Content-Type'), (totalPrice ?? 0) - amount]
      }),
    )
    expect(shown).toEqual([
      ['image/jpeg', 0],
      ['image/jpeg', 5000],
    ])
  })

  it('teaches, and has coupons of every kind', async () => {
    const courses = await all<Course>('courses')
    expect(courses).toHaveLength(6)
    for (const { thumbnail, lessons, _status } of courses) {
      expect([_status, typeof thumbnail]).toEqual(['published', 'number'])
      expect(lessons?.length).toBeGreaterThan(2)
    }
    const agendas = await all<Agenda>('agendas')
    expect(agendas).toHaveLength(3)
    for (const { startsAt } of agendas)
      expect(new Date(startsAt).getTime()).toBeGreaterThan(Date.now())
    const coupons = await all<Coupon>('coupons')
    const now = new Date().toISOString()
    const states = coupons.map(({ validUntil, usedCount, maxUses }) =>
      validUntil < now ? 'expired' : usedCount === maxUses ? 'used up' : 'open',
    )
    expect(states.sort()).toEqual(['expired', 'open', 'open', 'used up'])
  })

  it('has a doctor on duty at every hour, and one with hours', async () => {
    const [always, sometimes, ...others] = await all<Doctor>('doctors')
    expect(others).toEqual([])
    expect([always?.onDuty, always?.active, always?.schedule?.length]).toEqual([true, true, 7])
    expect([sometimes?.schedule?.length, sometimes?.overrides?.length]).toEqual([11, 2])
  })

  it('has consultations behind it, with a summary and a prescription that still holds', async () => {
    const consultations = await all<Consultation>('consultations')
    expect(consultations.map(({ status, summary }) => [status, Boolean(summary)])).toEqual([
      ['expired', true],
      ['expired', true],
    ])
    for (const { startedAt, firstAnsweredAt, endedAt, expiresAt } of consultations) {
      const times = [startedAt, firstAnsweredAt, endedAt, expiresAt]
      expect(times).toEqual([...times].sort())
    }
    const [prescription, ...others] = await all<Prescription>('prescriptions')
    expect(others).toEqual([])
    expect(prescription?.items).toMatchObject([{ quantity: 3, used: 0 }])
    expect(new Date(prescription?.validUntil ?? 0).getTime()).toBeGreaterThan(Date.now())
  })

  it('has people who learn: granted, or checked out for nothing', async () => {
    const enrollments = await all<Enrollment>('enrollments')
    expect(
      enrollments.map(({ grantReason, transaction }) => Boolean(grantReason ?? transaction)),
    ).toEqual([true, true, true, true])
    expect(enrollments.some(({ completedAt }) => completedAt)).toBe(true)
    const transactions = await all<Transaction>('transactions')
    expect(transactions.map(({ status, amount }) => [status, amount])).toEqual(
      Array.from({ length: 4 }, () => ['SUCCESS', 0]),
    )
  })
})
