import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import type { ContractOrder } from '../support/apotek'
import { apotek, person, placed, rows, strictDeskOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('apotek.md: the cashier’s queue, and one order of it', () => {
  let obat: Obat
  let patient: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { price: 5000, stock: 1000 })
    patient = await person('patient')
    cashier = await person('cashier')
  })

  const order = async (rest: Record<string, unknown> = {}, buyer = patient) =>
    placed(buyer, [{ obat_id: obat.id, quantity: 1 }], rest)
  const ids = async (condition: string): Promise<number[]> =>
    (await rows<{ id: number }>(`SELECT id FROM orders WHERE ${condition} ORDER BY id`)).map(
      ({ id }) => id,
    )

  describe('GET /cashier/orders/pending-payments', () => {
    it('lists what waits for a confirmation, oldest first, and counts all of it', async () => {
      const waiting = await order({ payment_method: 'qris' })
      const cash = await order({ payment_method: 'cash' })
      const done = await order()
      await apotek('POST', `/orders/${done.id}/cancel`, { token: patient.token })
      const paid = await order()
      await apotek('POST', `/cashier/orders/${paid.id}/confirm-payment`, { token: cashier.token })

      const { status, body } = await apotek<ContractOrder[]>(
        'GET',
        '/cashier/orders/pending-payments',
        { token: cashier.token },
      )
      expect(status).toBe(200)
      expect(Object.keys(body)).toEqual(['success', 'count', 'data'])
      const expected = await ids(`status = 'pending' AND payment_status = 'pending'`)
      expect(expected).toContain(waiting.id)
      for (const { id } of [cash, done, paid]) expect(expected).not.toContain(id)
      expect(body.count).toBe(expected.length)
      expect(body.data.map(({ id }) => id)).toEqual(expected.slice(0, 100))
      for (const row of body.data) strictDeskOrder.parse(row)
    })
  })

  describe('GET /cashier/orders/{id}', () => {
    it('shows the order with its buyer, and who took the money', async () => {
      const { id } = await order({ payment_details: { bank: 'BCA' } })
      await apotek('POST', `/cashier/orders/${id}/confirm-payment`, { token: cashier.token })
      const { status, body } = await apotek('GET', `/cashier/orders/${id}`, {
        token: cashier.token,
      })
      expect(status).toBe(200)
      expect(Object.keys(body)).toEqual(['success', 'data'])
      expect(strictDeskOrder.parse(body.data)).toMatchObject({
        id,
        user: { id: patient.id, address: 'Jl. Contoh 1' },
        paidBy: { id: cashier.id, name: cashier.name, email: cashier.email, role: 'cashier' },
        paid_by: cashier.id,
        customer_name: patient.name,
        payment_details: { bank: 'BCA' },
        items: [{ obat_id: obat.id, obat: { name: obat.name, price: 5000 } }],
      })
      expect(JSON.stringify(body)).not.toMatch(/hash|salt|password/)
    })

    it('shows whom the counter served', async () => {
      const { id } = await order(
        { customer_name: 'Bu Ani', customer_phone: '0812', prescription_seen: true },
        cashier,
      )
      const { token } = await person('admin')
      const { body } = await apotek('GET', `/cashier/orders/${id}`, { token })
      expect(strictDeskOrder.parse(body.data)).toMatchObject({
        customer_name: 'Bu Ani',
        customer_phone: '0812',
        prescription_seen: true,
        shipping_address: null,
        paidBy: { id: cashier.id },
      })
    })

    it.each(['2000000000', 'abc', '0'])('knows no order %s', async (id) => {
      const { status, body } = await apotek('GET', `/cashier/orders/${id}`, {
        token: cashier.token,
      })
      expect({ status, body }).toEqual({
        status: 404,
        body: { success: false, message: 'Order not found' },
      })
    })
  })
})
