import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, ordersOf, person, place, placed, rows, stockOf } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const line = (obat: Obat, quantity: number) => ({ obat_id: obat.id, quantity })

describe('apotek.md: stock and prices of an order', () => {
  let patient: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    obat = await makeObat(await testPayload(), { price: 5000, stock: 1000 })
  })

  it('knows no obat that does not exist or is inactive', async () => {
    const hidden = await makeObat(await testPayload(), { active: false })
    for (const id of [2_000_000_000, hidden.id]) {
      const { status, body } = await place(patient, [line(obat, 1), { obat_id: id, quantity: 1 }])
      expect(status).toBe(400)
      expect(body).toMatchObject({ success: false, message: 'Obat tidak ditemukan' })
    }
  })

  it('refuses the whole order when one line is short, and names it and what is left', async () => {
    const scarce = await makeObat(await testPayload(), { name: 'Amoksisilin langka', stock: 2 })
    const before = await stockOf(obat.id)
    const { status, body } = await place(patient, [line(obat, 1), line(scarce, 3)])
    expect(status).toBe(400)
    expect(body).toMatchObject({ success: false, message: 'Stok tidak mencukupi' })
    expect(Object.values(body.errors ?? {})).toEqual([
      ['Stok Amoksisilin langka tinggal 2, diminta 3.'],
    ])
    expect([await stockOf(obat.id), await stockOf(scarce.id)]).toEqual([before, 2])
    expect((await place(patient, [line(scarce, 2)])).status).toBe(201)
    expect(await stockOf(scarce.id)).toBe(0)
  })

  it('adds lines up before it looks at the stock', async () => {
    const scarce = await makeObat(await testPayload(), { stock: 3 })
    const { status } = await place(patient, [line(scarce, 2), line(scarce, 2)])
    expect(status).toBe(400)
    expect(await stockOf(scarce.id)).toBe(3)
  })

  it('freezes the price: a later change of the obat changes no order', async () => {
    const payload = await testPayload()
    const dear = await makeObat(payload, { price: 1000 })
    const { id } = await placed(patient, [line(dear, 2)])
    await payload.update({ collection: 'obat', id: dear.id, data: { price: 9999, name: 'Baru' } })
    const { body } = await apotek('GET', `/orders/${id}`, { token: patient.token })
    expect(body.data).toMatchObject({
      total_price: 2000,
      items: [{ unit_price: 1000, subtotal: 2000, obat: { name: 'Baru', price: 9999 } }],
    })
  })

  it('ignores prices, totals, states and owners that a client sends', async () => {
    const stranger = await person('patient')
    const { body } = await apotek('POST', '/orders', {
      token: patient.token,
      body: {
        items: [{ ...line(obat, 2), unit_price: 1, subtotal: 1, price: 1 }],
        total_price: 1,
        status: 'completed',
        payment_status: 'paid',
        paid_at: new Date().toISOString(),
        paid_by: stranger.id,
        user_id: stranger.id,
        user: stranger.id,
      },
    })
    expect(body.data).toMatchObject({
      user_id: patient.id,
      total_price: 10_000,
      status: 'pending',
      payment_status: 'pending',
      paid_at: null,
      paid_by: null,
    })
  })

  it('leaves nothing behind of a refused order', async () => {
    const buyer = await person('patient')
    await place(buyer, [line(obat, 1), { obat_id: 2_000_000_000, quantity: 1 }])
    expect(await ordersOf(buyer)).toBe(0)
    expect(await rows('SELECT 1 FROM stock_movements WHERE created_by_id = $1', buyer.id)).toEqual(
      [],
    )
  })
})
