import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import {
  apotek,
  ordersOf,
  person,
  place,
  placed,
  rows,
  stockOf,
  strictOrder,
} from '../support/apotek'
import { withObatLocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const TOO_MANY = { success: false, message: 'Terlalu banyak order yang belum dibayar' }

describe('apotek.md: who pays how', () => {
  let patient: Person
  let cashier: Person
  let admin: Person
  let obat: Obat
  let keras: Obat
  const one = () => [{ obat_id: obat.id, quantity: 1 }]
  const oneKeras = () => [{ obat_id: keras.id, quantity: 1 }]

  beforeAll(async () => {
    const payload = await testPayload()
    patient = await person('patient')
    cashier = await person('cashier', { address: null })
    admin = await person('admin')
    obat = await makeObat(payload, { stock: 1000 })
    keras = await makeObat(payload, { name: 'Alprazolam', drugClass: 'keras' })
  })

  it.each([
    ['cash', 'paid'],
    ['bank_transfer', 'pending'],
    ['qris', 'pending'],
    ['cod', 'pending'],
    [undefined, 'pending'],
  ])(
    'a patient who pays by %s makes an order that is %s, and nobody has the money',
    async (method, status) => {
      const order = await placed(patient, one(), { payment_method: method })
      expect(order).toMatchObject({
        payment_method: method ?? null,
        payment_status: status,
        status: 'pending',
        paid_at: null,
        paid_by: null,
      })
    },
  )

  it.each(['cash', 'bank_transfer', 'qris', 'cod', undefined])(
    'an order of the counter, paid by %s, is paid at once and needs no address',
    async (method) => {
      const before = Date.now()
      const order = strictOrder.parse(await placed(cashier, one(), { payment_method: method }))
      expect(order).toMatchObject({
        payment_status: 'paid',
        status: 'pending',
        paid_by: cashier.id,
        shipping_address: null,
      })
      expect(new Date(order.paid_at!).getTime()).toBeGreaterThanOrEqual(before)
    },
  )

  it('an admin at the counter is staff too, and may give an address', async () => {
    const order = await placed(admin, one(), { shipping_address: 'Jl. Antar 3' })
    expect(order).toMatchObject({
      payment_status: 'paid',
      paid_by: admin.id,
      shipping_address: 'Jl. Antar 3',
    })
  })

  it.each(['doctor', 'editor'] as const)('a %s orders nothing', async (role) => {
    const { status, body } = await place(await person(role), one())
    expect(status).toBe(403)
    expect(body).toEqual({ success: false, message: 'Forbidden' })
  })

  it('refuses an unknown payment method, and details that are no object', async () => {
    const wrong = await place(patient, one(), { payment_method: 'bitcoin' })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors).toHaveProperty('payment_method')
    const details = await place(patient, one(), { payment_details: 'lunas' })
    expect(details.status).toBe(422)
    expect(details.body.errors).toHaveProperty('payment_details')
  })

  it('keeps payment details, but none of the keys that are the server’s', async () => {
    const details = { bank: 'BCA', note: { a: [1] }, proof_url: 'http://evil', proof_path: '/etc' }
    const order = await placed(patient, one(), { payment_details: details })
    expect(order.payment_details).toEqual({ bank: 'BCA', note: { a: [1] } })
    const { status } = await place(patient, one(), { payment_details: { text: 'x'.repeat(5000) } })
    expect(status).toBe(422)
  })

  describe('prescription-only obat', () => {
    it('is refused to a patient, who cannot claim to have shown a prescription', async () => {
      for (const rest of [{}, { prescription_seen: true }]) {
        const { status, body } = await place(patient, [...one(), ...oneKeras()], rest)
        expect(status).toBe(400)
        expect(body).toMatchObject({ success: false, message: 'Obat ini memerlukan resep dokter' })
        expect(JSON.stringify(body.errors)).toContain('Alprazolam')
      }
      expect(await stockOf(keras.id)).toBe(100)
    })

    it('is sold at the counter to whoever showed a prescription', async () => {
      expect((await place(cashier, oneKeras())).status).toBe(400)
      expect((await place(cashier, oneKeras(), { prescription_seen: true })).status).toBe(201)
      expect(await stockOf(keras.id)).toBe(99)
    })

    it('is also what the shop marks as such', async () => {
      const marked = await makeObat(await testPayload(), { requiresPrescription: true })
      expect((await place(patient, [{ obat_id: marked.id, quantity: 1 }])).status).toBe(400)
    })
  })

  describe('open unpaid orders', () => {
    const fill = async (buyer: Person, count: number, method?: string) => {
      for (let index = 0; index < count; index += 1) {
        await placed(buyer, one(), { payment_method: method })
      }
    }

    it('are twenty at most, cash that nobody has taken among them', async () => {
      const buyer = await person('patient')
      await fill(buyer, 19)
      await fill(buyer, 1, 'cash')
      const { status, body } = await place(buyer, one())
      expect(status).toBe(400)
      expect(body).toEqual(TOO_MANY)
      const [newest] = await rows<{ id: number }>(
        'SELECT id FROM orders WHERE user_id = $1 ORDER BY id DESC LIMIT 1',
        buyer.id,
      )
      await apotek('POST', `/orders/${newest!.id}/cancel`, { token: buyer.token })
      expect((await place(buyer, one())).status).toBe(201)
      expect((await place(buyer, one())).status).toBe(400)
    })

    it('are no more than twenty when two come at once', async () => {
      const buyer = await person('patient')
      await fill(buyer, 19)
      // Both get as far as they can before the first one may take its goods.
      const answers = await withObatLocked(obat.id, 2, () =>
        Promise.all([place(buyer, one()), place(buyer, one())]),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
      expect(await ordersOf(buyer)).toBe(20)
    })

    it('do not count once they are paid, and bind no staff', async () => {
      const buyer = await person('patient')
      await fill(buyer, 20)
      const [oldest] = await rows<{ id: number }>(
        'SELECT id FROM orders WHERE user_id = $1 ORDER BY id LIMIT 1',
        buyer.id,
      )
      await apotek('POST', `/cashier/orders/${oldest!.id}/confirm-payment`, {
        token: cashier.token,
      })
      expect((await place(buyer, one())).status).toBe(201)
      await fill(cashier, 22)
    })
  })
})
