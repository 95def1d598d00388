import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import type { ContractOrder } from '../support/apotek'
import { apotek, person, placed, rows, strictOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const list = async (token: string, query = '') =>
  apotek<ContractOrder[]>('GET', `/orders${query}`, { token })

describe('apotek.md: reading one’s own orders', () => {
  let patient: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    obat = await makeObat(await testPayload(), { price: 5000, stock: 1000 })
  })

  describe('the list', () => {
    it('is the user’s own, newest first, with meta', async () => {
      const stranger = await person('patient')
      await placed(stranger, [{ obat_id: obat.id, quantity: 1 }])
      const ids: number[] = []
      for (const quantity of [1, 2, 3]) {
        ids.unshift((await placed(patient, [{ obat_id: obat.id, quantity }])).id)
      }
      const { status, body } = await list(patient.token)
      expect(status).toBe(200)
      expect(Object.keys(body)).toEqual(['success', 'data', 'meta'])
      expect(body.success).toBe(true)
      const orders = body.data.map((order) => strictOrder.parse(order))
      expect(orders.map(({ id }) => id)).toEqual(ids)
      expect(orders.map(({ user_id: user }) => user)).toEqual(Array(3).fill(patient.id))
      expect(body.meta).toEqual({ current_page: 1, last_page: 1, per_page: 100, total: 3 })
    })

    it('is paged, and empty past its end', async () => {
      const all = (await list(patient.token)).body.data.map(({ id }) => id)
      const second = await list(patient.token, '?page=2&per_page=2')
      expect(second.body.data.map(({ id }) => id)).toEqual(all.slice(2))
      expect(second.body.meta).toEqual({ current_page: 2, last_page: 2, per_page: 2, total: 3 })
      const past = await list(patient.token, '?page=9&per_page=2')
      expect(past.status).toBe(200)
      expect(past.body.data).toEqual([])
      expect(past.body.meta).toEqual({ current_page: 9, last_page: 2, per_page: 2, total: 3 })
    })

    it('is empty for whoever has ordered nothing', async () => {
      const { status, body } = await list((await person('patient')).token)
      expect(status).toBe(200)
      expect(body).toEqual({
        success: true,
        data: [],
        meta: { current_page: 1, last_page: 1, per_page: 100, total: 0 },
      })
    })

    it('has at most the newest hundred, however many are asked for', async () => {
      const regular = await person('patient')
      const first = await placed(regular, [{ obat_id: obat.id, quantity: 1 }])
      await rows(
        `INSERT INTO orders (user_id, total_price, status, payment_status, updated_at, created_at)
         SELECT $1, 0, 'cancelled', 'pending', now(), now() FROM generate_series(1, 104)`,
        regular.id,
      )
      const { body } = await list(regular.token, '?per_page=1000')
      expect(body.data).toHaveLength(100)
      expect(body.meta).toEqual({ current_page: 1, last_page: 1, per_page: 100, total: 100 })
      const ids = body.data.map(({ id }) => id)
      expect(ids).toEqual([...ids].sort((left, right) => right - left))
      expect(ids).not.toContain(first.id)
      expect((await list(regular.token, '?page=2')).body.data).toEqual([])
    })

    it.each(['page=0', 'page=abc', 'per_page=0', 'per_page=-1', 'per_page=1.5'])(
      'refuses ?%s with 422',
      async (query) => {
        const { status, body } = await list(patient.token, `?${query}`)
        expect(status).toBe(422)
        expect(body.success).toBe(false)
        expect(Object.keys(body.errors ?? {})).toEqual([query.split('=')[0]])
      },
    )
  })

  describe('the detail', () => {
    it('is the order as it was created, kept by both token schemes', async () => {
      const order = await placed(patient, [{ obat_id: obat.id, quantity: 1 }], {
        payment_details: { bank: 'BCA' },
      })
      const { status, body } = await apotek('GET', `/orders/${order.id}`, { token: patient.token })
      expect({ status, body }).toEqual({ status: 200, body: { success: true, data: order } })
      const jwt = await apotek('GET', `/orders/${order.id}`, {
        headers: { Authorization: `JWT ${patient.token}` },
      })
      expect(jwt.body.data).toEqual(order)
    })

    it.each(['patient', 'cashier', 'admin'] as const)(
      'is not for a %s who is not the owner',
      async (role) => {
        const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
        const { token } = await person(role)
        const { status, body } = await apotek('GET', `/orders/${id}`, { token })
        expect({ status, body }).toEqual({
          status: 403,
          body: { success: false, message: 'Unauthorized' },
        })
      },
    )

    it.each(['2000000000', '0', '-1', 'abc', '1e3', '99999999999999999999', "1'--"])(
      'of order %s is 404',
      async (id) => {
        const { status, body } = await apotek('GET', `/orders/${encodeURIComponent(id)}`, {
          token: patient.token,
        })
        expect({ status, body }).toEqual({
          status: 404,
          body: { success: false, message: 'Order not found' },
        })
      },
    )
  })
})

describe('apotek.md: whoever is not signed in', () => {
  it.each([
    ['POST', '/orders'],
    ['GET', '/orders'],
    ['GET', '/orders/1'],
    ['POST', '/orders/1/cancel'],
    ['POST', '/orders/1/notify-payment'],
    ['GET', '/cashier/orders'],
    ['GET', '/cashier/orders/pending-payments'],
    ['GET', '/cashier/orders/1'],
    ['POST', '/cashier/orders/1/confirm-payment'],
    ['POST', '/cashier/orders/1/reject-payment'],
    ['POST', '/cashier/orders/1/complete'],
    ['POST', '/cashier/orders/1/cancel'],
  ] as const)('gets 401 from %s %s, whatever is sent', async (method, path) => {
    for (const token of [undefined, 'not.a.token']) {
      const { status, body } = await apotek(method, path, { token })
      expect({ status, body }).toEqual({
        status: 401,
        body: { success: false, message: 'Unauthenticated.' },
      })
    }
  })

  it.each(['/orders', '/orders/1/notify-payment'])(
    'and JSON that is none is 400 at %s, and no object 422',
    async (path) => {
      const { token } = await person('patient')
      const broken = await apotek('POST', path, { token, text: '{"items": [' })
      expect({ status: broken.status, body: broken.body }).toEqual({
        status: 400,
        body: { success: false, message: 'JSON tidak valid.' },
      })
      const array = await apotek('POST', path, { token, text: '[1]' })
      expect(array.status).toBe(422)
      expect(array.body.success).toBe(false)
    },
  )
})
