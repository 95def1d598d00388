import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import type { ContractOrder } from '../support/apotek'
import { apotek, person, placed, rows, strictDeskOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('apotek.md: what the cashier reads', () => {
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
  const list = async (query = '') =>
    apotek<ContractOrder[]>('GET', `/cashier/orders${query}`, { token: cashier.token })
  const ids = async (condition: string): Promise<number[]> =>
    (await rows<{ id: number }>(`SELECT id FROM orders WHERE ${condition} ORDER BY id DESC`)).map(
      ({ id }) => id,
    )

  it.each(['patient', 'doctor', 'editor'] as const)(
    'answers 403 to a %s, everywhere',
    async (role) => {
      const { token } = await person(role)
      const { id } = await order({}, patient)
      const asked = [
        await apotek('GET', '/cashier/orders', { token }),
        await apotek('GET', '/cashier/orders/pending-payments', { token }),
        await apotek('GET', `/cashier/orders/${id}`, { token }),
        await apotek('POST', `/cashier/orders/${id}/confirm-payment`, { token }),
        await apotek('POST', `/cashier/orders/${id}/complete`, { token }),
        await apotek('POST', `/cashier/orders/${id}/reject-payment`, {
          token,
          body: { reason: 'x' },
        }),
        await apotek('POST', `/cashier/orders/${id}/cancel`, { token, body: { reason: 'x' } }),
        // Who may not be here learns nothing, not even which orders exist.
        await apotek('GET', '/cashier/orders/2000000000', { token }),
        await apotek('POST', '/cashier/orders/2000000000/confirm-payment', { token }),
      ]
      for (const { status, body } of asked) {
        expect({ status, body }).toEqual({
          status: 403,
          body: { success: false, message: 'Forbidden' },
        })
      }
    },
  )

  describe('GET /cashier/orders', () => {
    it('lists all orders, newest first, twenty to a page, with their buyers', async () => {
      for (let count = 0; count < 3; count += 1) await order()
      const all = await ids('true')
      const { status, body } = await list()
      expect(status).toBe(200)
      expect(Object.keys(body)).toEqual(['success', 'data', 'meta'])
      expect(body.data.map(({ id }) => id)).toEqual(all.slice(0, 20))
      for (const row of body.data) strictDeskOrder.parse(row)
      expect(body.data[0]!.user).toEqual({
        id: patient.id,
        name: patient.name,
        email: patient.email,
        phone: null,
        address: 'Jl. Contoh 1',
        role: 'patient',
      })
      expect(body.meta).toEqual({
        current_page: 1,
        last_page: Math.ceil(all.length / 20),
        per_page: 20,
        total: all.length,
      })
    })

    it.each([
      ['status=pending', `status = 'pending'`],
      ['status=cancelled', `status = 'cancelled'`],
      ['payment_status=paid', `payment_status = 'paid'`],
      [
        'payment_status=pending&status=pending',
        `payment_status = 'pending' AND status = 'pending'`,
      ],
      ['status=', 'true'],
    ])('filters by %s', async (query, condition) => {
      const { id } = await order()
      await apotek('POST', `/orders/${id}/cancel`, { token: patient.token })
      await order({ payment_method: 'cash' })
      const expected = await ids(condition)
      const { body } = await list(`?${query}&per_page=100`)
      expect(expected.length).toBeGreaterThan(0)
      expect(body.data.map((row) => row.id)).toEqual(expected.slice(0, 100))
      expect(body.meta?.total).toBe(expected.length)
    })

    it('filters by buyer, pages what it found, and is empty past the end', async () => {
      const buyer = await person('patient')
      const made = [await order({}, buyer), await order({}, buyer), await order({}, buyer)]
      const newest = made.map(({ id }) => id).reverse()
      const page = async (number: number) =>
        (await list(`?user_id=${buyer.id}&per_page=2&page=${number}`)).body
      expect((await page(1)).data.map(({ id }) => id)).toEqual(newest.slice(0, 2))
      expect((await page(2)).data.map(({ id }) => id)).toEqual(newest.slice(2))
      const past = await page(3)
      expect(past.data).toEqual([])
      expect(past.meta).toEqual({ current_page: 3, last_page: 2, per_page: 2, total: 3 })
      expect((await list('?user_id=2000000000')).body.data).toEqual([])
    })

    it('cuts per_page at 100', async () => {
      const { status, body } = await list('?per_page=5000')
      expect(status).toBe(200)
      expect(body.meta?.per_page).toBe(100)
    })

    it.each([
      'status=done',
      'payment_status=refunded',
      'user_id=abc',
      'user_id=0',
      'user_id=99999999999',
      'page=0',
      'page=abc',
      'per_page=0',
      'per_page=many',
    ])('answers 422 to %s', async (query) => {
      const { status, body } = await list(`?${query}`)
      expect(status).toBe(422)
      expect(body.success).toBe(false)
      expect(Object.keys(body.errors ?? {})).toEqual([query.split('=')[0]])
    })
  })
})
