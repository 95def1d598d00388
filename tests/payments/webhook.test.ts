import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { syncTransaction } from '@/plugins/payments/operations/syncTransaction'
import { processNotices } from '@/plugins/payments/sweeper'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { askNow, checkOut, eventsOf, requestOf, rowOf, statusOf } from './gateway'
import { inboxOf, lookNow, noticeOf, notify, PATHS } from './notices'
import { makeWare, stepsOf } from './ware'

const PRICE = 50_000
const OK = { status: 200, body: { message: 'OK' } }
const INVALID = { status: 403, body: { message: 'Invalid signature' } }

let simulator: Awaited<ReturnType<typeof testSimulator>>
let buyer: Person

beforeAll(async () => {
  simulator = await testSimulator()
  buyer = await person('patient')
})
afterEach(() => {
  simulator.clearFaults()
})

/** A transaction that waits for its money; its gateway order id is its invoice. */
const waiting = async () => checkOut(buyer, await makeWare({ price: PRICE }))

const paidThere = async () => {
  const transaction = await waiting()
  simulator.change(transaction.invoiceNumber, { transaction_status: 'settlement', notify: 0 })
  return transaction
}

describe.each(PATHS)('POST /api%s', (path) => {
  it('settles what the gateway says was paid, once', async () => {
    const { id, invoiceNumber } = await paidThere()
    const notice = noticeOf(invoiceNumber, PRICE)
    expect(await notify(notice, path)).toMatchObject(OK)
    expect(await notify(notice, path)).toMatchObject(OK)
    expect(await statusOf(id)).toBe('SUCCESS')
    expect(await stepsOf(id)).toEqual(['held', 'given'])
    expect(await inboxOf(invoiceNumber)).toEqual([
      { verdict: 'valid', outcome: 'applied', is_done: true },
    ])
    expect(await eventsOf(id)).toEqual(['created', 'attempt', 'notified', 'settled'])
  })
})

describe('a notice', () => {
  it('is not believed: the state is the gateway’s', async () => {
    const { id, invoiceNumber } = await waiting()
    expect(await notify(noticeOf(invoiceNumber, PRICE))).toMatchObject(OK)
    expect(await statusOf(id)).toBe('PENDING')
    expect(await stepsOf(id)).toEqual(['held'])
  })

  it('cannot be forged in what its signature does not cover', async () => {
    const { id, invoiceNumber } = await paidThere()
    const forged = {
      ...noticeOf(invoiceNumber, PRICE),
      transaction_status: 'cancel',
      fraud_status: 'deny',
      transaction_id: 'another',
    }
    expect(await notify(forged)).toMatchObject(OK)
    expect(await statusOf(id)).toBe('SUCCESS')
  })

  it.each([
    ['missing', { signature_key: undefined }],
    ['wrong', { signature_key: '0'.repeat(128) }],
    ['of another length', { signature_key: 'abc' }],
    ['empty', { signature_key: '' }],
    ['a list', { signature_key: ['a'] }],
    ['an object', { signature_key: {} }],
    ['a number', { signature_key: 5 }],
    ['null', { signature_key: null }],
    ['for another amount', { gross_amount: '1.00' }],
    ['for another order', { order_id: 'INV-PMR-2026-9999' }],
  ])('with a signature that is %s is refused', async (_name, fields) => {
    const { id, invoiceNumber } = await paidThere()
    const body = { ...noticeOf(invoiceNumber, PRICE), ...fields }
    expect(await notify(body)).toMatchObject(INVALID)
    expect(await statusOf(id)).toBe('PENDING')
  })

  it('with a wrong signature is kept, but not without end, and only of orders that exist', async () => {
    const { invoiceNumber } = await waiting()
    const wrong = (extra: number, orderId = invoiceNumber) =>
      notify({ ...noticeOf(orderId, PRICE), signature_key: 'x', extra })
    for (let extra = 0; extra < 30; extra += 1) await wrong(extra)
    const kept = await inboxOf(invoiceNumber)
    expect(kept).toHaveLength(20)
    expect(kept[0]).toEqual({ verdict: 'invalid', outcome: 'refused', is_done: true })
    expect(await wrong(0, 'INV-PMR-2020-0001')).toMatchObject(INVALID)
    expect(await inboxOf('INV-PMR-2020-0001')).toEqual([])
  })

  it('of another amount, though signed, is flagged and settles nothing', async () => {
    const { id, invoiceNumber } = await paidThere()
    expect(await notify(noticeOf(invoiceNumber, PRICE - 1))).toMatchObject(OK)
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING', under_review: true })
    expect(await inboxOf(invoiceNumber)).toMatchObject([{ outcome: 'flagged', is_done: true }])
    await askNow(id)
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING' })
  })

  it('of another amount for what is paid is off the list once an admin has synced it', async () => {
    const { id, invoiceNumber } = await paidThere()
    await notify(noticeOf(invoiceNumber, PRICE))
    await notify(noticeOf(invoiceNumber, PRICE - 1))
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', under_review: true })
    await syncTransaction(await requestOf(await person('admin')), id)
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', under_review: false })
  })

  it.each([{ currency: 'USD' }, { gross_amount: 'x' }, { gross_amount: '50000.50' }])(
    'with %j, though signed, is flagged',
    async (fields) => {
      const { id, invoiceNumber } = await paidThere()
      expect(await notify(noticeOf(invoiceNumber, PRICE, fields))).toMatchObject(OK)
      expect(await rowOf(id)).toMatchObject({ status: 'PENDING', under_review: true })
    },
  )

  it('of an order that is none of ours is 404; the dashboard’s test is 200', async () => {
    const unknown = await notify(noticeOf('INV-CRS-2020-0001', PRICE))
    expect(unknown).toMatchObject({ status: 404, body: { message: 'Order tidak ditemukan' } })
    const test = noticeOf('payment_notif_test_G123456789_1b4e28ba', PRICE)
    expect(await notify(test)).toMatchObject(OK)
    expect(await notify({ ...test, signature_key: 'x' })).toMatchObject(INVALID)
  })

  it.each(['', '{', '[]', 'null', '5', '"x"'])(
    'that is no object of JSON is 400: %j',
    async (text) => {
      const headers = { 'Content-Type': 'application/json' }
      expect((await api('POST', PATHS[0], { text, headers })).status).toBe(400)
    },
  )

  it('of ten megabytes is 413, of another type 415', async () => {
    const { invoiceNumber } = await waiting()
    const large = { ...noticeOf(invoiceNumber, PRICE), large: 'x'.repeat(10 * 1024 * 1024) }
    expect((await notify(large)).status).toBe(413)
    const text = JSON.stringify(noticeOf(invoiceNumber, PRICE))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await api('POST', PATHS[0], { text, headers: { 'Content-Type': type } })
      expect([type, answer.status]).toEqual([type, 415])
    }
    expect(await inboxOf(invoiceNumber)).toEqual([])
  })

  it('with a status that no database keeps is taken as any other', async () => {
    const { id, invoiceNumber } = await paidThere()
    const odd = noticeOf(invoiceNumber, PRICE, { transaction_status: 'a\u0000b\ud800' })
    expect(await notify({ ...odd, signature_key: 'x' })).toMatchObject(INVALID)
    expect(await notify(odd)).toMatchObject(OK)
    expect(await statusOf(id)).toBe('SUCCESS')
  })

  it('with a NUL in its order id is no defect', async () => {
    expect((await notify(noticeOf('INV\u0000', PRICE))).status).toBe(404)
    const { invoiceNumber } = await paidThere()
    const answer = await notify({ ...noticeOf(invoiceNumber, PRICE), note: '\u0000' })
    expect(answer.status).toBe(200)
  })

  it('fifty times at once settles once', async () => {
    const { id, invoiceNumber } = await paidThere()
    const notice = noticeOf(invoiceNumber, PRICE)
    const answers = await atOnce(50, () => notify(notice))
    for (const answer of answers) expect(answer).toMatchObject(OK)
    expect(await stepsOf(id)).toEqual(['held', 'given'])
    expect(await inboxOf(invoiceNumber)).toHaveLength(1)
  })
})

describe('a gateway that does not answer', () => {
  it.each(['500', 'timeout-after-acceptance', 'malformed'] as const)(
    'with %s: the notice is taken in, and worked on later',
    async (kind) => {
      const { id, invoiceNumber } = await paidThere()
      simulator.fault({ route: 'status', kind, times: 10, delay_ms: 0 })
      expect(await notify(noticeOf(invoiceNumber, PRICE))).toMatchObject(OK)
      expect(await statusOf(id)).toBe('PENDING')
      expect(await inboxOf(invoiceNumber)).toMatchObject([{ is_done: false }])
      simulator.clearFaults()
      await lookNow(invoiceNumber)
      await processNotices(await testPayload())
      expect(await statusOf(id)).toBe('SUCCESS')
      expect(await inboxOf(invoiceNumber)).toMatchObject([{ outcome: 'applied', is_done: true }])
      expect(await stepsOf(id)).toEqual(['held', 'given'])
    },
  )

  it('is not waited for: the notice is answered while the gateway still thinks', async () => {
    const { id, invoiceNumber } = await paidThere()
    simulator.fault({ route: 'status', kind: 'slow', times: 1, delay_ms: 8000 })
    expect(await notify(noticeOf(invoiceNumber, PRICE))).toMatchObject(OK)
    expect(await statusOf(id)).toBe('PENDING')
    // What was begun goes on.
    await expect.poll(async () => statusOf(id), { timeout: 30_000 }).toBe('SUCCESS')
  })
})

describe('the inbox', () => {
  it('is append-only', async () => {
    const { invoiceNumber } = await paidThere()
    await notify(noticeOf(invoiceNumber, PRICE))
    const change = (set: string) =>
      rows(`UPDATE payment_notifications SET ${set} WHERE gateway_order_id = $1`, invoiceNumber)
    await expect(change(`outcome = 'x'`)).rejects.toThrow('append-only')
    await expect(change(`raw_body = 'x'`)).rejects.toThrow('append-only')
    const gone = rows(
      'DELETE FROM payment_notifications WHERE gateway_order_id = $1',
      invoiceNumber,
    )
    await expect(gone).rejects.toThrow()
  })
})
