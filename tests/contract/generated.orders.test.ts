import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { ledgerOf, person, rows, stockOf } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

/** What only the server writes. */
const FORGED = {
  totalPrice: 1,
  status: 'completed',
  paymentStatus: 'paid',
  paidAt: '2020-01-01T00:00:00.000Z',
  paidBy: 1,
  expiresAt: '2099-01-01T00:00:00.000Z',
  cancelledAt: '2020-01-01T00:00:00.000Z',
  cancelledBy: 1,
  cancelReason: 'x',
  refundedAt: '2020-01-01T00:00:00.000Z',
  refundedBy: 1,
  rejectReason: 'x',
  rejectedAt: '2020-01-01T00:00:00.000Z',
  paymentProof: 1,
  createdAt: '2020-01-01T00:00:00.000Z',
  updatedAt: '2020-01-01T00:00:00.000Z',
}

describe('the generated REST of orders', () => {
  let obat: Obat
  let patient: Person
  let stranger: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { name: 'Parasetamol', price: 5000, stock: 1000 })
    patient = await person('patient')
    stranger = await person('patient')
    cashier = await person('cashier')
  })

  const create = async (by: Partial<Person>, quantity: unknown, more: object = {}) =>
    rest<Order>('POST', '/orders', by, { items: [{ obat: obat.id, quantity }], ...more })

  it('creates by the contract’s rules: prices frozen, stock taken, owner and address set', async () => {
    const before = await stockOf(obat.id)
    const { status, body } = await create(patient, 2, { paymentMethod: 'qris' })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      totalPrice: 10_000,
      status: 'pending',
      paymentStatus: 'pending',
      shippingAddress: 'Jl. Contoh 1',
      customerName: patient.name,
      items: [{ quantity: 2, unitPrice: 5000, subtotal: 10_000, number: expect.any(Number) }],
    })
    expect(await stockOf(obat.id)).toBe(before - 2)
    const [movement] = await rows(
      `SELECT kind, quantity::int FROM stock_movements WHERE order_id = $1`,
      body.doc.id,
    )
    expect(movement).toEqual({ kind: 'sale', quantity: -2 })
  })

  it('ignores what only the server writes', async () => {
    const items = [{ obat: obat.id, quantity: 1, unitPrice: 1, subtotal: 1, number: 1 }]
    const { status, body } = await rest<Order>('POST', '/orders', patient, {
      ...FORGED,
      items,
      user: stranger.id,
      paymentMethod: 'qris',
    })
    expect(status).toBe(201)
    const [kept] = await rows('SELECT * FROM orders WHERE id = $1', body.doc.id)
    expect(kept).toMatchObject({
      user_id: patient.id,
      total_price: '5000',
      status: 'pending',
      payment_status: 'pending',
      paid_at: null,
      paid_by_id: null,
      cancelled_at: null,
      cancelled_by_id: null,
      cancel_reason: null,
      refunded_at: null,
      refunded_by_id: null,
      reject_reason: null,
      rejected_at: null,
      payment_proof_id: null,
    })
    expect((kept!.created_at as Date).getTime()).toBeGreaterThan(Date.now() - 60 * 60 * 1000)
    expect((kept!.expires_at as Date).getTime()).toBeLessThan(Date.now() + 25 * 60 * 60 * 1000)
    expect(body.doc.items[0]).toMatchObject({ unitPrice: 5000, subtotal: 5000 })
    expect(body.doc.items[0]!.number).not.toBe(1)
  })

  it('makes a counter’s order paid at once, for the customer or account that it names', async () => {
    const { body } = await create(cashier, 1, { customerName: 'Bu Ani', user: patient.id })
    expect(body.doc).toMatchObject({
      customerName: 'Bu Ani',
      user: { id: patient.id },
      paymentStatus: 'paid',
      paidAt: expect.any(String),
      paidBy: { id: cashier.id },
    })
  })

  it('refuses as the contract does', async () => {
    const scarce = await makeObat(await testPayload(), { name: 'Langka', stock: 1 })
    const hidden = await makeObat(await testPayload(), { active: false })
    const keras = await makeObat(await testPayload(), { drugClass: 'keras' })
    const order = async (by: Person, items: unknown) => {
      const { status, body } = await rest<Order>('POST', '/orders', by, { items })
      return [status, body.errors[0]!.message]
    }
    const one = (id: unknown, quantity: unknown = 1) => [{ obat: id, quantity }]
    expect(await order(patient, one(scarce.id, 2))).toEqual([400, 'Stok tidak mencukupi'])
    expect(await order(patient, one(hidden.id))).toEqual([400, 'Obat tidak ditemukan'])
    expect(await order(patient, one(2_000_000_000))).toEqual([400, 'Obat tidak ditemukan'])
    expect(await order(patient, one('x'))).toEqual([400, 'Obat tidak ditemukan'])
    expect(await order(patient, one(null))).toEqual([400, 'Obat tidak ditemukan'])
    expect((await order(patient, one(keras.id)))[0]).toBe(400)
    for (const quantity of [0, -1, 1.5, 10_001, 'dua', null]) {
      expect((await order(patient, one(obat.id, quantity)))[0]).toBe(422)
    }
    for (const items of [[], null, undefined, 'x', [null]]) {
      expect((await order(patient, items))[0]).toBe(422)
    }
    const anywhere = await create(cashier, 1, { shippingAddress: 5 })
    expect(anywhere.status).toBe(400)
    const homeless = await person('patient', { address: null })
    expect(await order(homeless, one(obat.id))).toEqual([422, 'Shipping address required'])
    expect(await order(await person('doctor'), one(obat.id))).toEqual([403, expect.any(String)])
    expect((await create({}, 1)).status).toBe(403)
    const short = await rest<Order>('POST', '/orders', patient, { items: one(scarce.id, 2) })
    expect(JSON.stringify(short.body.errors[0]!.data)).toContain('Stok Langka tinggal 1')
  })

  it('refuses an account that does not exist as the client’s mistake', async () => {
    const admin = await person('admin')
    for (const user of [2_000_000_000, 'x', -1, admin.id]) {
      const { status } = await create(cashier, 1, { user })
      expect(status).toBe(400)
    }
    expect(await ledgerOf(obat.id)).not.toContainEqual(['sale', -1, -1])
  })
})
