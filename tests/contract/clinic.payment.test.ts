import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { expireTransactions } from '@/plugins/payments/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { person, placed, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import { testSimulator, whileAway } from '../support/simulator'
import { letExpire } from '../payments/gateway'
import { payOnline } from '../payments/orders.support'
import { testPayload } from '../support/payload'
import {
  atGateway,
  bill,
  confirm,
  letAsk,
  pay,
  paying,
  stateOf,
  watchGateway,
} from '../examinations/support'

const UNKNOWN = '019a0000-0000-7000-8000-000000000000'

beforeAll(async () => {
  await testSimulator()
})
afterEach(() => vi.restoreAllMocks())

describe('POST /api/payment', () => {
  it('answers what a browser needs to pay, to whoever has the link', async () => {
    const { id, total, patient } = await bill()
    const { status, body } = await pay(id)
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        token: expect.any(String),
        redirect_url: expect.stringContaining('http'),
        order_id: expect.stringMatching(/^INV-PMR-\d{4}-\d{4,}$/),
      },
    })
    const [transaction] = await rows(
      `SELECT user_id AS "user", amount::float8, status::text, item_title AS title
         FROM transactions WHERE item_id = $1`,
      id,
    )
    expect(transaction).toEqual({
      user: patient.id,
      amount: total,
      status: 'PENDING',
      title: expect.stringMatching(/^Pemeriksaan PMR-\d{4,}$/),
    })
  })

  it('tells the gateway neither who the patient is nor what was examined, and where to come back', async () => {
    const { id, patient } = await bill({ items: [{ name: 'Tes HIV', price: 9000, quantity: 1 }] })
    const asked = await watchGateway('createPage')
    await pay(id, patient)
    const text = JSON.stringify(asked.mock.calls)
    expect(text).toContain(`/pemeriksaan/${id}/confirmation`)
    expect(text).not.toMatch(/HIV/)
    expect(text).not.toContain(patient.email)
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ customer: { name: '', email: null } })
  })

  it('uses a live page again, whoever asks, and for 20 at once asks the gateway once', async () => {
    const { id, patient } = await bill()
    const asked = await watchGateway('createPage')
    const answers = await atOnce(20, async () => pay(id))
    const [first] = answers
    for (const answer of answers) expect(answer).toEqual(first)
    expect(first?.status).toBe(200)
    const stranger = await person('patient')
    for (const who of [patient, stranger]) expect(await pay(id, who)).toEqual(first)
    expect(asked).toHaveBeenCalledTimes(1)
    const attempts = await rows(
      `SELECT 1 FROM payment_attempts a JOIN transactions t ON t.id = a.transaction_id
        WHERE t.item_id = $1`,
      id,
    )
    expect(attempts).toHaveLength(1)
  })

  it('takes an id in any case for the same bill', async () => {
    const { id } = await bill()
    expect((await pay(id.toUpperCase())).body).toEqual((await pay(id)).body)
  })

  it('refuses what is no bill: unknown 404, without one 422', async () => {
    for (const id of [UNKNOWN, 'x', '1', "' OR 1=1"]) {
      expect(await pay(id)).toEqual({
        status: 404,
        body: { message: 'Pemeriksaan tidak ditemukan' },
      })
    }
    for (const id of [undefined, null, 1, '', {}, ['x'], 'x'.repeat(101)]) {
      const { status, body } = await pay(id)
      expect([id, status, body]).toEqual([
        id,
        422,
        { message: expect.any(String), errors: { pemeriksaan_id: [expect.any(String)] } },
      ])
    }
  })

  it('refuses what is paid already', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    expect(await pay(id)).toEqual({ status: 400, body: { message: 'Pemeriksaan sudah dibayar' } })
  })

  it('settles at once what costs nothing, without the gateway', async () => {
    const { id, patient } = await bill({ items: [{ name: 'Kontrol', price: 0, quantity: 1 }] })
    const asked = await watchGateway('createPage')
    const { status, body } = await pay(id)
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        token: null,
        redirect_url: expect.stringMatching(new RegExp(`^http.*/pemeriksaan/${id}/confirmation$`)),
        order_id: expect.stringMatching(/^INV-PMR-/),
      },
    })
    expect(asked).not.toHaveBeenCalled()
    expect(await stateOf(id)).toMatchObject({ dibayar: true, paid: true, transaction: 'SUCCESS' })
    expect((await confirm(body.order_id)).body).toEqual({
      success: true,
      status: 'settlement',
      dibayar: true,
    })
    const told = await rows('SELECT kind FROM notifications WHERE user_id = $1', patient.id)
    expect(told).toEqual([{ kind: 'bill-paid' }])
  })

  it('answers 502 when the gateway is away, with nothing half made, and works afterwards', async () => {
    const { id } = await bill()
    await whileAway(async () => {
      expect(await pay(id)).toEqual({
        status: 502,
        body: { message: 'Pembayaran belum dapat dibuat, silakan coba lagi.' },
      })
    })
    expect(await stateOf(id)).toMatchObject({ paid: false, transaction: 'FAILED' })
    expect((await pay(id)).status).toBe(200)
  })

  it('answers the same key the same', async () => {
    const { id, patient } = await bill()
    const headers = { 'Idempotency-Key': `bayar-${id}` }
    const once = async (body: unknown) =>
      api('POST', '/payment', { token: patient.token, headers, body })
    const first = await once({ pemeriksaan_id: id })
    expect((await once({ pemeriksaan_id: id })).body).toEqual(first.body)
    const other = await once({ pemeriksaan_id: (await bill()).id })
    expect(other.status).toBe(422)
  })
})

describe('POST /api/payments, with {type: "pemeriksaan", id}', () => {
  it('is the same payment, for the patient; for all others there is no such bill', async () => {
    const { id, patient } = await bill()
    const ask = async (token: string) =>
      api('POST', '/payments', { token, body: { type: 'pemeriksaan', id } })
    const { status, body } = await ask(patient.token)
    expect([status, body]).toMatchObject([201, { data: { status: 'PENDING' } }])
    expect((body as { data: { order_id: string } }).data.order_id).toBe((await paying(id)).order_id)
    const stranger = await person('patient')
    expect(await ask(stranger.token)).toMatchObject({
      status: 404,
      body: { success: false, message: 'Pemeriksaan tidak ditemukan' },
    })
    const doctor = await person('doctor')
    expect((await ask(doctor.token)).status).toBe(403)
  })
})

describe('/api/payment/confirmation', () => {
  it('settles what the gateway says, and nothing that the browser claims', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    const claim = {
      order_id: payment.order_id,
      status: 'settlement',
      dibayar: true,
      transaction_status: 'settlement',
    }
    const pending = await api('POST', '/payment/confirmation', { body: claim })
    expect([pending.status, pending.body]).toEqual([
      200,
      { success: true, status: 'pending', dibayar: false },
    ])
    await atGateway(payment, 'settlement')
    await letAsk(payment)
    expect(await confirm(payment.order_id)).toEqual({
      status: 200,
      body: { success: true, status: 'settlement', dibayar: true },
    })
    expect(await stateOf(id)).toMatchObject({
      dibayar: true,
      paid: true,
      by: null,
      online: true,
      transaction: 'SUCCESS',
      entries: 0,
    })
  })

  it('answers GET as well', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    const { status, body } = await api(
      'GET',
      `/payment/confirmation?order_id=${payment.order_id}&transaction_status=deny`,
    )
    expect([status, body]).toEqual([200, { success: true, status: 'settlement', dibayar: true }])
  })

  it('asks the gateway at most every two seconds for one order; the stored state answers in between', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    const asked = await watchGateway('status')
    await atOnce(10, async () => confirm(payment.order_id))
    expect(asked).toHaveBeenCalledTimes(1)
    await atGateway(payment, 'settlement')
    expect((await confirm(payment.order_id)).body).toMatchObject({
      status: 'pending',
      dibayar: false,
    })
    expect(asked).toHaveBeenCalledTimes(1)
    // Others are asked about meanwhile.
    const other = await paying((await bill()).id)
    await confirm(other.order_id)
    expect(asked).toHaveBeenCalledTimes(2)
    await letAsk(payment)
    await atOnce(10, async () => confirm(payment.order_id))
    expect(asked).toHaveBeenCalledTimes(3)
    expect((await confirm(payment.order_id)).body).toMatchObject({ dibayar: true })
  })

  it.each(['deny', 'cancel', 'expire'] as const)('says %s as the gateway does', async (word) => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'pending')
    await atGateway(payment, word)
    expect((await confirm(payment.order_id)).body).toEqual({
      success: true,
      status: word,
      dibayar: false,
    })
  })

  it('says that the money went back, and the bill can be paid again', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    await atGateway(payment, 'refund')
    await letAsk(payment)
    expect((await confirm(payment.order_id)).body).toEqual({
      success: true,
      status: 'refund',
      dibayar: false,
    })
    expect(await stateOf(id)).toMatchObject({ dibayar: false, paid: false, online: false })
    const again = await paying(id)
    expect(again.order_id).not.toBe(payment.order_id)
  })

  it('says expire of a page on which nobody chose a method in time', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    const [transaction] = await rows<{ id: string }>(
      'SELECT id FROM transactions WHERE item_id = $1',
      id,
    )
    await letExpire(transaction!.id)
    await expireTransactions(await testPayload())
    expect((await confirm(payment.order_id)).body).toEqual({
      success: true,
      status: 'expire',
      dibayar: false,
    })
  })

  it('says what is known while the gateway is away', async () => {
    const payment = await paying((await bill()).id)
    await whileAway(async () => {
      expect(await confirm(payment.order_id)).toMatchObject({
        status: 200,
        body: { status: 'pending', dibayar: false },
      })
    })
  })

  it('refuses what is no payment of a bill: unknown 404, malformed 422', async () => {
    const patient = await person('patient')
    const obat = await makeObat(await testPayload())
    const other = await placed(patient, [{ obat_id: obat.id, quantity: 1 }], {
      shipping_address: 'Jl. Contoh 1',
    })
    const { body } = await payOnline(patient, other.id)
    for (const order of [body.data.order_id, 'INV-PMR-2001-0001', 'x', '.', '..']) {
      expect(await confirm(order)).toEqual({
        status: 404,
        body: { message: 'Pembayaran tidak ditemukan' },
      })
    }
    for (const order of [undefined, null, 1, '', 'a b', 'a/b', '../x', 'x'.repeat(51), {}, ['x']]) {
      const { status, body } = await confirm(order)
      expect([order, status, body]).toEqual([
        order,
        422,
        { message: expect.any(String), errors: { order_id: [expect.any(String)] } },
      ])
    }
    expect((await api('GET', '/payment/confirmation')).status).toBe(422)
  })
})
