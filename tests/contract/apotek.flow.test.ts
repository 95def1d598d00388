import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import type { ContractOrder } from '../support/apotek'
import { strictDeskOrder, strictOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'

type Body = {
  success: boolean
  message: string
  token: string
  count: number
  data: ContractOrder
}

/** The two flows at the end of apotek.md, as its clients go through them: over HTTP, from the login on. */
describe('apotek.md: the flows', () => {
  let server: RunningServer

  beforeAll(async () => {
    await testPayload()
    server = await startServer({ databaseUrl: process.env.DATABASE_URL ?? '' })
  })
  afterAll(async () => {
    await server.stop('SIGKILL')
  })

  const call = async (
    method: string,
    path: string,
    token?: string,
    body?: unknown,
  ): Promise<{ status: number; body: Body }> => {
    const isForm = body instanceof FormData
    const response = await fetch(`${server.url}/api/apotek${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Body }
  }
  const login = async (role: 'patient' | 'cashier') => {
    const { user, password } = await makeUser(await testPayload(), role)
    const { body } = await call('POST', '/login', undefined, { email: user.email, password })
    return { id: user.id, token: body.token }
  }
  const proof = async (size: number): Promise<FormData> => {
    const pixels = { create: { width: 9, height: 9, channels: 3, background: '#00c' } } as const
    const picture = await sharp(pixels).png().toBuffer()
    const bytes = Buffer.concat([picture, Buffer.alloc(Math.max(0, size - picture.length))])
    const form = new FormData()
    form.set('payment_method', 'bank_transfer')
    form.set('payment_details', '{"bank": "BCA", "account_name": "John Doe"}')
    form.set('payment_proof', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
    return form
  }

  it('order, proof, confirmation: each sees what the other did', async () => {
    const [patient, cashier] = [await login('patient'), await login('cashier')]
    const obat = await makeObat(await testPayload(), { price: 50_000, stock: 10 })
    const created = await call('POST', '/orders', patient.token, {
      items: [{ obat_id: obat.id, quantity: 2 }],
      payment_method: 'bank_transfer',
    })
    expect(created.status).toBe(201)
    const { id } = strictOrder.parse(created.body.data)

    const tooLarge = await call(
      'POST',
      `/orders/${id}/notify-payment`,
      patient.token,
      await proof(5e6),
    )
    expect([tooLarge.status, tooLarge.body.success]).toEqual([422, false])
    const notified = await call(
      'POST',
      `/orders/${id}/notify-payment`,
      patient.token,
      await proof(0),
    )
    expect(notified.status).toBe(200)
    expect(notified.body.data.payment_details).toMatchObject({ bank: 'BCA' })

    const waiting = await call('GET', '/cashier/orders/pending-payments', cashier.token)
    expect(waiting.body.count).toBeGreaterThan(0)
    const seen = await call('GET', `/cashier/orders/${id}`, cashier.token)
    const { payment_details: details } = strictDeskOrder.parse(seen.body.data)
    const image = await fetch(String(details!.proof_url))
    expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
    const bytes = Buffer.from(await image.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 9, height: 9 })

    const confirmed = await call('POST', `/cashier/orders/${id}/confirm-payment`, cashier.token)
    expect(confirmed.status).toBe(200)
    const { body } = await call('GET', `/orders/${id}`, patient.token)
    expect(strictOrder.parse(body.data)).toMatchObject({
      payment_status: 'paid',
      paid_by: cashier.id,
      total_price: 100_000,
    })
    expect((await call('POST', '/logout', patient.token)).status).toBe(200)
    expect((await call('GET', `/orders/${id}`, patient.token)).status).toBe(401)
  })

  it('no client’s mistake is more than a refusal', async () => {
    const { token } = await login('patient')
    const send = async (path: string, type: string, body: string) => {
      const response = await fetch(`${server.url}/api/apotek${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
        body,
      })
      const { success, message } = (await response.json()) as Body
      expect([success, typeof message]).toEqual([false, 'string'])
      return response.status
    }
    expect(await send('/orders', 'application/json', '{"items":')).toBe(400)
    expect(await send('/orders', 'text/plain', 'halo')).toBe(415)
    expect(await send('/orders', 'application/json', `"${'x'.repeat(2e6)}"`)).toBe(413)
    expect(await send('/orders', 'application/json', '[]')).toBe(422)
    expect(await send('/orders/0/cancel', 'application/json', '{}')).toBe(404)
    expect(
      await send('/orders/1/notify-payment', 'multipart/form-data; boundary=x', 'no form'),
    ).toBe(400)
  })
})
