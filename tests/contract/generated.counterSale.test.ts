import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'
import type { Paper } from '@/plugins/payments/contract'
import { makeObat } from '@/plugins/pharmacy/testing'

import { ledgerOf, ordersOf, person, rows, stockOf } from '../support/apotek'
import { atOnce, postOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const PATH = '/orders/counter-sale'

let cashier: Person
let obat: Obat

beforeAll(async () => {
  cashier = await person('cashier')
  obat = await makeObat(await testPayload(), { stock: 100, price: 4500 })
})

const line = ({ id }: Obat, quantity: number) => ({ obat: id, quantity })

const sell = async (who: Partial<Person>, sale: Record<string, unknown>) =>
  rest<Order>('POST', PATH, who, { paymentMethod: 'cash', ...sale })

const refusalIn = ({ status, body }: Awaited<ReturnType<typeof sell>>) => ({
  status,
  message: body.errors[0]?.message,
})

describe('POST /api/orders/counter-sale', () => {
  it('orders, takes the money and hands over, at once', async () => {
    const before = await stockOf(obat.id)
    const customer = { customerName: ' Siti ', customerPhone: '0812' }
    const { status, body } = await sell(cashier, { items: [line(obat, 2)], ...customer })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      status: 'completed',
      paymentStatus: 'paid',
      paymentMethod: 'cash',
      paidBy: cashier.id,
      totalPrice: 9000,
      customerName: 'Siti',
      customerPhone: '0812',
    })
    expect(body.doc.paidAt).not.toBeNull()
    expect(await stockOf(obat.id)).toBe(before - 2)
  })

  it('is for the desk only', async () => {
    const sale = { items: [line(obat, 1)] }
    expect((await sell({}, sale)).status).toBe(401)
    for (const role of ['patient', 'doctor', 'editor'] as const) {
      expect([role, (await sell(await person(role), sale)).status]).toEqual([role, 403])
    }
    expect((await sell(await person('admin'), sale)).status).toBe(201)
  })

  it('leaves nothing behind when any line is short of stock', async () => {
    const scarce = await makeObat(await testPayload(), { stock: 1 })
    const before = await ledgerOf(obat.id)
    const buyer = await person('cashier')
    const refused = await sell(buyer, { items: [line(obat, 1), line(scarce, 2)] })
    expect(refusalIn(refused)).toEqual({ status: 400, message: 'Stok tidak mencukupi' })
    expect(await ordersOf(buyer)).toBe(0)
    expect(await ledgerOf(obat.id)).toEqual(before)
    expect(await ledgerOf(scarce.id)).toEqual([['opening', 1, 1]])
  })

  it('asks for the prescription of obat keras', async () => {
    const keras = await makeObat(await testPayload(), { drugClass: 'keras' })
    const sale = { items: [line(keras, 1)] }
    const message = 'Obat ini memerlukan resep dokter'
    expect(refusalIn(await sell(cashier, sale))).toEqual({ status: 400, message })
    const sold = await sell(cashier, { ...sale, prescriptionSeen: true })
    expect(sold.body.doc).toMatchObject({ status: 'completed', prescriptionSeen: true })
  })

  it('refuses a total that the customer was not told, and sells nothing then', async () => {
    const buyer = await person('cashier')
    const own = await makeObat(await testPayload(), { price: 4500, stock: 5 })
    const sale = { items: [line(own, 2)] }
    const refused = await sell(buyer, { ...sale, totalPrice: 8000 })
    expect(refusalIn(refused)).toEqual({ status: 409, message: 'Harga telah berubah' })
    expect([await ordersOf(buyer), await stockOf(own.id)]).toEqual([0, 5])
    expect((await sell(buyer, { ...sale, totalPrice: 9000 })).status).toBe(201)
  })

  it.each([
    ['no lines', { items: [] }],
    ['a quantity of nothing', { items: [{ obat: 1, quantity: 0 }] }],
    ['half a piece', { items: [{ obat: 1, quantity: 0.5 }] }],
    ['no obat', { items: [{ quantity: 1 }] }],
    ['a transfer', { items: [{ obat: 1, quantity: 1 }], paymentMethod: 'bank_transfer' }],
    ['a total of words', { items: [{ obat: 1, quantity: 1 }], totalPrice: 'banyak' }],
  ])('refuses %s', async (_what, sale) => {
    expect((await sell(cashier, sale)).status).toBe(422)
  })

  it('keeps what was handed over, and refuses less than the total', async () => {
    const buyer = await person('cashier')
    const own = await makeObat(await testPayload(), { price: 4500, stock: 5 })
    const sale = { items: [line(own, 2)] }
    const refused = await sell(buyer, { ...sale, cashReceived: 8999 })
    expect(refused.status).toBe(422)
    expect([await ordersOf(buyer), await stockOf(own.id)]).toEqual([0, 5])
    const { body } = await sell(buyer, { ...sale, cashReceived: 50_000 })
    expect(body.doc).toMatchObject({ cashReceived: 50_000, totalPrice: 9000 })
    const paper = await rest<{ paper: Paper }>('GET', `/orders/${body.doc.id}/paper`, buyer)
    expect(paper.body.paper).toMatchObject({ state: 'paid', received: 50_000, method: 'Tunai' })
  })

  it('sells once, however often it is sent with one key', async () => {
    const own = await makeObat(await testPayload(), { stock: 10 })
    const key = randomUUID()
    const sale = { items: [line(own, 3)], paymentMethod: 'qris' }
    const answers = await atOnce(8, () => postOnce(cashier, PATH, key, sale))
    expect(answers[0]?.status).toBe(201)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await stockOf(own.id)).toBe(7)
  })

  it('sells the last piece at one counter of two', async () => {
    const last = await makeObat(await testPayload(), { stock: 1 })
    const counters = [cashier, await person('cashier')]
    const sold = await Promise.all(counters.map((one) => sell(one, { items: [line(last, 1)] })))
    expect(sold.map(({ status }) => status).sort()).toEqual([201, 400])
    expect(await ledgerOf(last.id)).toEqual([
      ['opening', 1, 1],
      ['sale', -1, 0],
    ])
    const taken = await rows(
      `SELECT DISTINCT o.id FROM orders o JOIN orders_items i ON i._parent_id = o.id
        WHERE i.obat_id = $1`,
      last.id,
    )
    expect(taken).toHaveLength(1)
  })
})
