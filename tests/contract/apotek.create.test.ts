import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, ordersOf, person, place, placed, stockOf, strictOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const line = (obat: Obat, quantity: number) => ({ obat_id: obat.id, quantity })

describe('POST /api/apotek/orders', () => {
  let patient: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    obat = await makeObat(await testPayload(), { price: 5000, stock: 100_000 })
  })

  it('answers 201 with the order as the contract has it, and takes the stock', async () => {
    const payload = await testPayload()
    const first = await makeObat(payload, { price: 5000, stock: 100 })
    const second = await makeObat(payload, { price: 7500, stock: 50 })
    const { status, body } = await place(patient, [line(first, 2), line(second, 1)], {
      shipping_address: 'Jl. Contoh No. 123, Jakarta',
      payment_method: 'bank_transfer',
    })
    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(['success', 'message', 'data'])
    expect(body).toMatchObject({ success: true, message: 'Order berhasil dibuat' })
    const order = strictOrder.parse(body.data)
    expect(order).toMatchObject({
      user_id: patient.id,
      total_price: 17_500,
      status: 'pending',
      shipping_address: 'Jl. Contoh No. 123, Jakarta',
      payment_method: 'bank_transfer',
      payment_status: 'pending',
      payment_details: null,
      paid_at: null,
      paid_by: null,
      items: [
        { order_id: order.id, obat_id: first.id, quantity: 2, unit_price: 5000, subtotal: 10_000 },
        { order_id: order.id, obat_id: second.id, quantity: 1, unit_price: 7500, subtotal: 7500 },
      ],
    })
    expect(order.items.map((item) => item.obat)).toEqual([
      { id: first.id, name: first.name, description: '', price: 5000, stock: 98, image: null },
      { id: second.id, name: second.name, description: '', price: 7500, stock: 49, image: null },
    ])
    expect(order.items[0]!.id).toBeLessThan(order.items[1]!.id)
    expect(await stockOf(first.id)).toBe(98)
  })

  it('takes obat_id and quantity of a single item', async () => {
    const { status, body } = await apotek('POST', '/orders', {
      token: patient.token,
      body: { obat_id: obat.id, quantity: 3 },
    })
    expect(status).toBe(201)
    expect(strictOrder.parse(body.data).items).toMatchObject([{ obat_id: obat.id, quantity: 3 }])
  })

  it('takes items where both forms were sent', async () => {
    const order = await placed(patient, [line(obat, 1)], { obat_id: obat.id, quantity: 9 })
    expect(order.items.map(({ quantity }) => quantity)).toEqual([1])
  })

  it('adds up the lines of the same obat, in the order of their first mention', async () => {
    const other = await makeObat(await testPayload(), { price: 100 })
    const order = await placed(patient, [line(obat, 2), line(other, 1), line(obat, 3)])
    expect(order.items).toMatchObject([
      { obat_id: obat.id, quantity: 5, subtotal: 25_000 },
      { obat_id: other.id, quantity: 1, subtotal: 100 },
    ])
  })

  it('falls back to the profile address, and needs one or the other', async () => {
    const settled = await person('patient', { address: 'Jl. Profil 7' })
    expect((await placed(settled, [line(obat, 1)])).shipping_address).toBe('Jl. Profil 7')
    const blank = await placed(settled, [line(obat, 1)], { shipping_address: '   ' })
    expect(blank.shipping_address).toBe('Jl. Profil 7')
    const homeless = await person('patient', { address: null })
    const { status, body } = await place(homeless, [line(obat, 1)])
    expect(status).toBe(422)
    expect(body).toEqual({
      success: false,
      message: 'Shipping address required',
      errors: { shipping_address: ['Shipping address required'] },
    })
    expect(await ordersOf(homeless)).toBe(0)
  })

  it.each([
    ['no body', {}],
    ['empty items', { items: [] }],
    ['items that are no list', { items: 'satu' }],
    ['an obat without a quantity', { obat_id: 1 }],
    ['a quantity without an obat', { quantity: 1 }],
  ])('answers 422 for %s', async (_what, body) => {
    const answer = await apotek('POST', '/orders', { token: patient.token, body })
    expect(answer.status).toBe(422)
    expect(answer.body).toEqual({
      success: false,
      message: 'items atau obat_id+quantity diperlukan',
      errors: { items: ['items atau obat_id+quantity diperlukan'] },
    })
  })

  it.each([0, -1, 1.5, 10_001, '2', null])('refuses the quantity %j', async (quantity) => {
    const answer = await apotek('POST', '/orders', {
      token: patient.token,
      body: { items: [line(obat, 1), { obat_id: obat.id, quantity }] },
    })
    expect(answer.status).toBe(422)
    expect(answer.body.success).toBe(false)
    expect(Object.keys(answer.body.errors ?? {})).toEqual(['items.1.quantity'])
  })

  it('takes 10,000 of an obat, but not 10,001 in two lines', async () => {
    expect((await place(patient, [line(obat, 10_000)])).status).toBe(201)
    const { status, body } = await place(patient, [line(obat, 10_000), line(obat, 1)])
    expect(status).toBe(422)
    expect(body.errors).toHaveProperty(['items.1.quantity'])
  })

  it.each(['satu', 0, -5, 1.5, null, 3_000_000_000])('refuses the obat_id %j', async (id) => {
    const answer = await apotek('POST', '/orders', {
      token: patient.token,
      body: { items: [{ obat_id: id, quantity: 1 }] },
    })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors ?? {})).toEqual(['items.0.obat_id'])
  })
})
