import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Timeline, Totals } from '@/plugins/payments/transactionSchemas'

import { api } from '../support/api'
import { person } from '../support/apotek'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { checkOut } from './gateway'
import { operate, QRIS, refund, sold, VA } from './refunding'
import { makeWare } from './ware'

let admin: Person
let cashier: Person
let buyer: Person
let paid: Awaited<ReturnType<typeof sold>>

beforeAll(async () => {
  await testSimulator()
  admin = await person('admin')
  cashier = await person('cashier')
  buyer = await person('patient')
  paid = await sold(admin, buyer, { price: 70_000 })
  await refund(admin, paid.id, { amount: 20_000, reason: 'Salah beli' })
  await sold(admin, buyer, { price: 30_000, way: VA })
  await checkOut(buyer, await makeWare({ price: 11_000 }), { way: QRIS })
})

type Read = { status: number; body: Totals & Timeline & { errors: { message: string }[] } }

const read = async (path: string, { token }: Partial<Person> = {}): Promise<Read> =>
  api('GET', `/transactions${path}`, { token })

const own = (where: object) => ({ and: [{ user: { equals: buyer.id } }, where] })
const totalsOf = async (reader: Person, where: object) =>
  read(`/totals?where=${encodeURIComponent(JSON.stringify(own(where)))}`, reader)

describe('the totals of a list of transactions', () => {
  it('are of all that is filtered, and of each status', async () => {
    const { status, body } = await totalsOf(cashier, {})
    expect(status).toBe(200)
    expect(body).toEqual({
      count: 3,
      amount: 111_000,
      refunded: 20_000,
      refundDue: 0,
      byStatus: [
        { status: 'PENDING', count: 1, amount: 11_000, refunded: 0, refundDue: 0 },
        { status: 'SUCCESS', count: 2, amount: 100_000, refunded: 20_000, refundDue: 0 },
        { status: 'FAILED', count: 0, amount: 0, refunded: 0, refundDue: 0 },
        { status: 'EXPIRED', count: 0, amount: 0, refunded: 0, refundDue: 0 },
        { status: 'REFUNDED', count: 0, amount: 0, refunded: 0, refundDue: 0 },
      ],
    })
    const success = await totalsOf(admin, { status: { equals: 'SUCCESS' } })
    expect(success.body).toMatchObject({ count: 2, amount: 100_000 })
    const search = await read(`/totals?search=${paid.orderId}`, admin)
    expect(search.body).toMatchObject({ count: 1, amount: 70_000, refunded: 20_000 })
  })

  it('are as the list’s own count, batch by batch', async () => {
    const list: { body: never } = await api('GET', '/transactions?limit=1', { token: admin.token })
    const { body } = await read('/totals', admin)
    expect(body.count).toBe((list.body as { totalDocs: number }).totalDocs)
  })

  it('are for the desk alone, and of filters that are some', async () => {
    expect((await read('/totals')).status).toBe(401)
    for (const role of ['patient', 'doctor', 'editor'] as const) {
      expect((await read('/totals', await person(role))).status).toBe(403)
    }
    const hidden = '?where[user.password][equals]=x'
    for (const query of ['?where=x', '?where[nowhere][equals]=1', hidden]) {
      const { status, body } = await read(`/totals${query}`, admin)
      expect([status, body.errors[0]?.message]).toEqual([
        400,
        'Saringan atau urutan tidak dapat dibaca.',
      ])
    }
  })
})

describe('the list of transactions', () => {
  it('is exported as it is filtered, with the columns of its form', async () => {
    const where = encodeURIComponent(JSON.stringify(own({ status: { equals: 'SUCCESS' } })))
    const columns = 'invoiceNumber,amount,refundedAmount,status'
    const { status, body, headers } = await api(
      'GET',
      `/transactions/export?where=${where}&columns=${columns}&sort=-amount`,
      { token: cashier.token },
    )
    expect([status, headers.get('X-Total-Rows')]).toEqual([200, '2'])
    const [headings, first] = parse(body, { bom: true })
    expect(headings).toEqual(['Nomor invoice', 'Jumlah (Rp)', 'Dikembalikan (Rp)', 'Status'])
    expect(first).toEqual([paid.orderId, '70000', '20000', 'Berhasil'])
    const all = await api('GET', `/transactions/export?where=${where}`, { token: cashier.token })
    expect(all.status).toBe(200)
  })
})

describe('the life of a transaction', () => {
  it('is what happened, in order, by whom', async () => {
    await operate(admin, paid.id, 'sync')
    const { status, body } = await read(`/${paid.id}/timeline`, admin)
    expect(status).toBe(200)
    const kinds = body.entries.map((entry) => (entry.kind === 'event' ? entry.event : entry.kind))
    expect(kinds).toEqual([
      'created',
      'attempt',
      'settled',
      'synced',
      'refund',
      'partially-refunded',
      'synced',
    ])
    const times = body.entries.map(({ at }) => at)
    expect(times).toEqual([...times].sort())
    expect(body.entries[0]).toMatchObject({ by: { id: buyer.id, name: buyer.name } })
    expect(body.entries[4]).toEqual({
      kind: 'refund',
      at: expect.any(String),
      id: expect.any(Number),
      gatewayOrderId: paid.orderId,
      amount: 20_000,
      how: 'gateway',
      status: 'SUCCESS',
      reason: 'Salah beli',
      note: null,
      proof: null,
      by: { id: admin.id, name: admin.name },
    })
    expect(body.payments).toEqual([
      {
        gatewayOrderId: paid.orderId,
        method: 'QRIS',
        channel: 'qris',
        paid: 70_000,
        refunded: 20_000,
        left: 50_000,
        byGateway: 'any',
      },
    ])
  })

  it('shows admins what the gateway sent, and cashiers the rest', async () => {
    const simulator = await testSimulator()
    const { id, gatewayOrderId } = await checkOut(buyer, await makeWare(), { way: QRIS })
    const notice = {
      order_id: gatewayOrderId,
      transaction_status: 'settlement',
      signature_key: 'x',
    }
    await api('POST', '/v1/payments/notification', {
      body: { ...notice, status_code: '200', gross_amount: '1.00' },
    })
    simulator.change(String(gatewayOrderId), { transaction_status: 'settlement', notify: 0 })
    await operate(admin, id, 'sync')
    const kindsFor = async (reader: Person) =>
      (await read(`/${id}/timeline`, reader)).body.entries.map(({ kind }) => kind)
    expect(await kindsFor(admin)).toContain('notice')
    expect(await kindsFor(cashier)).toEqual(
      (await kindsFor(admin)).filter((kind) => kind !== 'notice'),
    )
  })

  it('is for the desk alone, of transactions that exist', async () => {
    expect((await read(`/${paid.id}/timeline`, buyer)).status).toBe(403)
    expect((await read(`/${paid.id}/timeline`)).status).toBe(401)
    for (const id of ['x', '1', '0190c1c7-0000-7000-8000-000000000000']) {
      expect((await read(`/${id}/timeline`, admin)).status).toBe(404)
    }
  })
})
