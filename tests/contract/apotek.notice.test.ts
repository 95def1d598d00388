import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, person, placed, rows, strictOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const notify = async ({ token }: Person, id: number | string, body: unknown) =>
  apotek('POST', `/orders/${id}/notify-payment`, { token, body })

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('POST /api/apotek/orders/{id}/notify-payment', () => {
  let patient: Person
  let cashier: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    cashier = await person('cashier')
    obat = await makeObat(await testPayload(), { price: 5000, stock: 1000 })
  })

  const order = async (rest: Record<string, unknown> = {}) => {
    const buyer = await person('patient')
    return { buyer, ...(await placed(buyer, [{ obat_id: obat.id, quantity: 1 }], rest)) }
  }

  it('keeps method and details that come as JSON', async () => {
    const { id, buyer } = await order()
    const details = { bank: 'BCA', account_name: 'John Doe', amount: 5000 }
    const { status, body } = await notify(buyer, id, {
      payment_method: 'bank_transfer',
      payment_details: details,
    })
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['success', 'message', 'data'])
    expect(body).toMatchObject({ success: true, message: 'Payment info saved' })
    expect(strictOrder.parse(body.data)).toMatchObject({
      id,
      payment_method: 'bank_transfer',
      payment_status: 'pending',
      payment_details: details,
      total_price: 5000,
    })
    expect((await apotek('GET', `/orders/${id}`, { token: buyer.token })).body.data).toEqual(
      body.data,
    )
  })

  it.each([
    ['a text within JSON', (details: string) => ({ payment_details: details })],
    ['a text within a form', (details: string) => form({ payment_details: details })],
  ])('takes details that come as %s', async (_how, wrap) => {
    const { id, buyer } = await order()
    const { status, body } = await notify(buyer, id, wrap('{"bank": "BRI", "amount": 1}'))
    expect(status).toBe(200)
    expect(body.data.payment_details).toEqual({ bank: 'BRI', amount: 1 })
  })

  it('takes a form without a picture, and changes the method alone', async () => {
    const { id, buyer } = await order({ payment_details: { bank: 'BCA' } })
    const { status, body } = await notify(buyer, id, form({ payment_method: 'qris' }))
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ payment_method: 'qris', payment_details: { bank: 'BCA' } })
  })

  it('merges details, the later winning', async () => {
    const { id, buyer } = await order({ payment_details: { bank: 'BCA', note: 'a' } })
    await notify(buyer, id, { payment_details: { note: 'b' } })
    const { body } = await notify(buyer, id, { payment_details: { transaction_id: 'T1' } })
    expect(body.data.payment_details).toEqual({ bank: 'BCA', note: 'b', transaction_id: 'T1' })
    expect((await notify(buyer, id, {})).body.data.payment_details).toEqual(
      body.data.payment_details,
    )
  })

  it('lets nobody write what is the server’s', async () => {
    const { id, buyer } = await order({ payment_method: 'bank_transfer' })
    const { body } = await notify(buyer, id, {
      payment_details: {
        bank: 'BCA',
        proof_url: 'https://evil.example/a.jpg',
        proof_path: '../../secret',
        rejected_reason: 'x',
        payment_status: 'paid',
      },
      payment_status: 'paid',
      status: 'completed',
      total_price: 1,
      paid_at: new Date().toISOString(),
      paid_by: buyer.id,
    })
    expect(body.data).toMatchObject({
      status: 'pending',
      payment_status: 'pending',
      total_price: 5000,
      paid_at: null,
      paid_by: null,
    })
    expect(body.data.payment_details).toEqual({ bank: 'BCA', payment_status: 'paid' })
  })

  it('never makes an order paid, not even by turning it to cash', async () => {
    const { id, buyer } = await order({ payment_method: 'bank_transfer' })
    const { body } = await notify(buyer, id, { payment_method: 'cash' })
    expect(body.data).toMatchObject({ payment_method: 'cash', payment_status: 'pending' })
  })

  it('is open to the desk, and to nobody else', async () => {
    const { id } = await order()
    const atDesk = await notify(cashier, id, { payment_details: { bank: 'BNI' } })
    expect(atDesk.status).toBe(200)
    expect(strictOrder.parse(atDesk.body.data).payment_details).toEqual({ bank: 'BNI' })
    for (const role of ['patient', 'doctor', 'editor'] as const) {
      const { status, body } = await notify(await person(role), id, {})
      expect({ status, body }).toEqual({
        status: 403,
        body: { success: false, message: 'Unauthorized' },
      })
    }
  })

  it('is refused on an order that is cancelled, paid or completed', async () => {
    const { id, buyer } = await order()
    await apotek('POST', `/orders/${id}/cancel`, { token: buyer.token })
    const cancelled = await notify(buyer, id, {})
    expect([cancelled.status, cancelled.body.message]).toEqual([400, 'Order cancelled'])

    const paid = await order()
    await apotek('POST', `/cashier/orders/${paid.id}/confirm-payment`, { token: cashier.token })
    const refused = await notify(paid.buyer, paid.id, { payment_details: { bank: 'X' } })
    expect([refused.status, refused.body.message]).toEqual([400, 'Order already paid'])
    await apotek('POST', `/cashier/orders/${paid.id}/complete`, { token: cashier.token })
    expect((await notify(paid.buyer, paid.id, {})).status).toBe(400)
  })

  it('is welcome for cash that nobody has taken', async () => {
    const { id, buyer } = await order({ payment_method: 'cash' })
    expect((await notify(buyer, id, { payment_details: { note: 'besok' } })).status).toBe(200)
  })

  it.each(['2000000000', 'abc'])('knows no order %s', async (id) => {
    const { status, body } = await notify(patient, id, {})
    expect({ status, body }).toEqual({
      status: 404,
      body: { success: false, message: 'Order not found' },
    })
  })

  it('refuses an unknown method, and details that are none or too long, with 422', async () => {
    const { id, buyer } = await order()
    const wrong = [
      { payment_method: 'bitcoin' },
      { payment_details: [1] },
      { payment_details: 'lunas' },
      { payment_details: { text: 'x'.repeat(5000) } },
    ]
    for (const body of wrong) {
      const answer = await notify(buyer, id, body)
      expect(answer.status).toBe(422)
      expect(Object.keys(answer.body.errors ?? {})).toEqual(Object.keys(body))
    }
    const inForm = await notify(buyer, id, form({ payment_details: '{"bank"' }))
    expect(inForm.status).toBe(422)
  })

  it('never shortens the time that a buyer has to pay', async () => {
    const { id, buyer } = await order({ payment_method: 'cod' })
    await rows(`UPDATE orders SET created_at = now() - interval '3 days' WHERE id = $1`, id)
    const expiry = async () => rows('SELECT expires_at FROM orders WHERE id = $1', id)
    const before = await expiry()
    await notify(buyer, id, { payment_method: 'bank_transfer' })
    expect(await expiry()).toEqual(before)
  })
})
