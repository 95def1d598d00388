import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { askNow, checkOut, eventsOf, statusOf } from '../payments/gateway'
import { noticeOf, notify } from '../payments/notices'
import { makeWare } from '../payments/ware'
import type { Answer } from '../support/api'
import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'

let simulator: Awaited<ReturnType<typeof testSimulator>>
let buyer: Person
let admin: Person

beforeAll(async () => {
  simulator = await testSimulator()
  buyer = await person('patient')
  admin = await person('admin')
})

const pay = async (body: unknown, { token }: Partial<Person> = buyer, key?: string) => {
  const headers = key ? { 'Idempotency-Key': key } : {}
  return api('POST', '/payments', { token, body, headers })
}

type Paid = { data: { id: string; order_id: string; token: string; redirect_url: string } }
const dataOf = ({ body }: Answer) => (body as Paid).data

const refused = (status: number, body: unknown) => ({ status, body })

describe('POST /api/payments', () => {
  it('answers with a page to pay on, and not a key more', async () => {
    const ware = await makeWare({ price: 50_000 })
    const answer = await pay({ ware: ware.id })
    expect(answer.status).toBe(201)
    expect(answer.body).toStrictEqual({
      success: true,
      message: 'Pembayaran berhasil dibuat.',
      data: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        order_id: expect.stringMatching(/^INV-PMR-\d{4}-\d{4,}$/),
        amount: 50_000,
        status: 'PENDING',
        expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        token: expect.any(String),
        redirect_url: expect.stringContaining(simulator.url),
      },
    })
    const again = await pay({ ware: ware.id })
    expect(again.body).toStrictEqual(answer.body)
  })

  it('is for patients, and for something', async () => {
    const ware = await makeWare()
    const body = { ware: ware.id }
    const cashier = await person('cashier')
    const stranger = await api('POST', '/payments', { body })
    expect(stranger).toMatchObject(refused(401, { success: false, message: 'Unauthenticated.' }))
    expect(await pay(body, cashier)).toMatchObject(
      refused(403, { success: false, message: 'Forbidden' }),
    )
    for (const nothing of [{}, { type: 'x', id: '1' }, { type: 'course' }]) {
      expect(await pay(nothing)).toMatchObject(
        refused(422, {
          success: false,
          message: 'Yang dibayar tidak dikenal.',
          errors: { type: ['Yang dibayar tidak dikenal.'] },
        }),
      )
    }
  })

  it('honours Idempotency-Key: once, however often and at once', async () => {
    const ware = await makeWare({ stock: 5 })
    const key = randomUUID()
    const answers = await atOnce(10, () => pay({ ware: ware.id }, buyer, key))
    for (const answer of answers) expect(answer.body).toStrictEqual(answers[0]?.body)
    const { id } = dataOf(answers[0]!)
    const made = await rows('SELECT 1 FROM payment_attempts WHERE transaction_id = $1', id)
    expect(made).toHaveLength(1)
    expect((await pay({ ware: 'another' }, buyer, key)).status).toBe(422)
  })

  it('answers 502 when the gateway is away, and holds nothing', async () => {
    const ware = await makeWare({ stock: 1 })
    simulator.fault({ route: 'snap', kind: 'refuse', times: 1 })
    expect(await pay({ ware: ware.id })).toMatchObject(
      refused(502, {
        success: false,
        message: 'Pembayaran belum dapat dibuat, silakan coba lagi.',
      }),
    )
    expect((await pay({ ware: ware.id })).status).toBe(201)
  })
})

describe('the notices’ answers', () => {
  it('are those of the contract', async () => {
    const { invoiceNumber } = await checkOut(buyer, await makeWare({ price: 50_000 }))
    const notice = noticeOf(invoiceNumber, 50_000)
    expect((await notify(notice)).body).toStrictEqual({ message: 'OK' })
    const wrong = await notify({ ...notice, signature_key: 'x' })
    expect(wrong.body).toStrictEqual({ message: 'Invalid signature' })
    const unknown = await notify(noticeOf('INV-CRS-2019-0001', 1))
    expect(unknown.body).toStrictEqual({ message: 'Order tidak ditemukan' })
  })
})

describe('POST /api/transactions/:id/sync', () => {
  const sync = async (id: string, { token }: Person) =>
    api('POST', `/transactions/${id}/sync`, { token })

  const paidThere = async () => {
    const transaction = await checkOut(buyer, await makeWare({ price: 50_000 }))
    simulator.change(transaction.invoiceNumber, { transaction_status: 'settlement', notify: 0 })
    return transaction
  }

  it('settles what the gateway says, for admins', async () => {
    const { id } = await paidThere()
    for (const other of [buyer, await person('cashier')]) {
      expect((await sync(id, other)).status).toBe(403)
    }
    const answer = await sync(id, admin)
    expect(answer).toMatchObject({
      status: 200,
      body: { message: 'OK', doc: { id, status: 'SUCCESS' } },
    })
    expect((await eventsOf(id)).at(-1)).toBe('synced')
  })

  it('settles what was flagged, when an admin has looked', async () => {
    const { id, invoiceNumber } = await paidThere()
    await notify(noticeOf(invoiceNumber, 1))
    expect(await statusOf(id)).toBe('PENDING')
    await askNow(id)
    await sync(id, admin)
    expect(await statusOf(id)).toBe('SUCCESS')
  })

  it('says that there is none, and that the gateway is away', async () => {
    for (const id of ['x', '1', randomUUID()]) expect((await sync(id, admin)).status).toBe(404)
    const { id } = await paidThere()
    simulator.fault({ route: 'status', kind: 'refuse', times: 1 })
    expect((await sync(id, admin)).status).toBe(502)
    expect(await statusOf(id)).toBe('PENDING')
  })

  it('is a GraphQL mutation as well', async () => {
    const { id } = await paidThere()
    const mutation = `mutation { syncTransaction(id: "${id}") { id status } }`
    const answer = await graphql(mutation, { token: admin.token })
    expect(answer.body).toMatchObject({ data: { syncTransaction: { id, status: 'SUCCESS' } } })
    const stranger = await graphql(mutation)
    expect(stranger.body).toMatchObject({ errors: [{ message: 'Unauthenticated.' }] })
  })
})
