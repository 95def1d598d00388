import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { ordersOf, person, placed, rows, stockOf } from '../support/apotek'
import { atOnce, postOnce as post } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('Idempotency-Key', () => {
  let patient: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    obat = await makeObat(await testPayload(), { stock: 1000 })
  })

  const cart = (quantity = 1, of = obat) => ({ items: [{ obat_id: of.id, quantity }] })

  it('answers a repetition with the first answer, and makes one order', async () => {
    const buyer = await person('patient')
    const key = randomUUID()
    const first = await post(buyer, '/apotek/orders', key, cart())
    expect(first.status).toBe(201)
    const stock = await stockOf(obat.id)
    expect(await post(buyer, '/apotek/orders', key, cart())).toEqual(first)
    // The same body, said in another order.
    const { items } = cart()
    const said = {
      payment_details: undefined,
      items: items.map(({ obat_id, quantity }) => ({ quantity, obat_id })),
    }
    expect(await post(buyer, '/apotek/orders', key, said)).toEqual(first)
    expect(await ordersOf(buyer)).toBe(1)
    expect(await stockOf(obat.id)).toBe(stock)
  })

  it('answers ten repetitions at once alike, and makes one order', async () => {
    const buyer = await person('patient')
    const key = randomUUID()
    const answers = await atOnce(10, () => post(buyer, '/apotek/orders', key, cart()))
    expect(answers[0]!.status).toBe(201)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await ordersOf(buyer)).toBe(1)
  })

  it('refuses the same key with another body', async () => {
    const key = randomUUID()
    await post(patient, '/apotek/orders', key, cart())
    const { status, body } = await post(patient, '/apotek/orders', key, cart(2))
    expect(status).toBe(422)
    expect(body).toMatchObject({
      success: false,
      message: expect.stringContaining('Idempotency-Key'),
    })
  })

  it('is each user’s and each route’s own', async () => {
    const key = randomUUID()
    const other = await person('patient')
    const mine = await post(patient, '/apotek/orders', key, cart())
    const theirs = await post(other, '/apotek/orders', key, cart())
    expect(theirs.status).toBe(201)
    expect(theirs.body.data.user_id).toBe(other.id)
    const cancelled = await post(patient, `/apotek/orders/${mine.body.data.id}/cancel`, key, {})
    expect(cancelled.status).toBe(200)
    expect(cancelled.body.data.status).toBe('cancelled')
  })

  it('repeats a refusal, even when it would not be one any more', async () => {
    const payload = await testPayload()
    const scarce = await makeObat(payload, { stock: 1 })
    const key = randomUUID()
    const first = await post(patient, '/apotek/orders', key, cart(2, scarce))
    expect(first).toMatchObject({ status: 400, body: { message: 'Stok tidak mencukupi' } })
    await payload.create({
      collection: 'stock-movements',
      data: { obat: scarce.id, kind: 'receipt', quantity: 10 },
    })
    expect(await post(patient, '/apotek/orders', key, cart(2, scarce))).toEqual(first)
    const again = await post(patient, '/apotek/orders', randomUUID(), cart(2, scarce))
    expect(again.status).toBe(201)
  })

  it('repeats refusals that come at once, too', async () => {
    const scarce = await makeObat(await testPayload(), { stock: 1 })
    const key = randomUUID()
    const answers = await atOnce(10, () => post(patient, '/apotek/orders', key, cart(2, scarce)))
    expect(answers[0]!.status).toBe(400)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('is not used up by a body that was refused as such', async () => {
    const key = randomUUID()
    expect((await post(patient, '/apotek/orders', key, { items: [] })).status).toBe(422)
    expect((await post(patient, '/apotek/orders', key, cart())).status).toBe(201)
  })

  it('may have 255 characters', async () => {
    expect((await post(patient, '/apotek/orders', 'k'.repeat(255), cart())).status).toBe(201)
    expect((await post(patient, '/apotek/orders', 'k'.repeat(256), cart())).status).toBe(422)
  })

  it('is forgotten after a day', async () => {
    const buyer = await person('patient')
    const key = randomUUID()
    await post(buyer, '/apotek/orders', key, cart())
    await rows(
      `UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE user_id = $1`,
      buyer.id,
    )
    expect((await post(buyer, '/apotek/orders', key, cart(3))).status).toBe(201)
    expect(await ordersOf(buyer)).toBe(2)
    expect((await post(buyer, '/apotek/orders', key, cart())).status).toBe(422)
  })

  it.each(['confirm-payment', 'complete', 'cancel', 'reject-payment'])(
    'holds at the desk: %s',
    async (verb) => {
      const cashier = await person('cashier')
      const { id } = await placed(patient, cart().items, { payment_method: 'cod' })
      const path = `/apotek/cashier/orders/${id}/${verb}`
      const key = randomUUID()
      const answers = await atOnce(5, () => post(cashier, path, key, { reason: 'x' }))
      expect(answers[0]!.status).toBe(200)
      for (const answer of answers) expect(answer).toEqual(answers[0])
      const other = await post(cashier, path, randomUUID(), { reason: 'x' })
      expect(other.status).toBe(verb === 'reject-payment' ? 200 : 400)
    },
  )

  it('holds for a notice with a picture, by the picture’s bytes', async () => {
    const { id } = await placed(patient, cart().items)
    const key = randomUUID()
    const send = async (bank: string) => {
      const form = new FormData()
      form.set('payment_details', JSON.stringify({ bank }))
      return post(patient, `/apotek/orders/${id}/notify-payment`, key, form)
    }
    const first = await send('BCA')
    expect(first.status).toBe(200)
    expect(await send('BCA')).toEqual(first)
    expect((await send('BRI')).status).toBe(422)
  })
})
