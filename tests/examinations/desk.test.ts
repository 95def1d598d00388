import { handleEndpoints } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { doctorOf, noticesOf } from '../consultations/support'
import { rowOf } from '../payments/gateway'
import { sync } from '../payments/orders.support'
import { graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { atOnce, postOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import { readPdf } from '../support/pdf'
import type { Person } from '../support/people'
import { testSimulator, whileAway } from '../support/simulator'
import { atGateway, bill, confirm, pay, paying, stateOf, whileLocked } from './support'

let admin: Person
let cashier: Person

beforeAll(async () => {
  await testSimulator()
  admin = await person('admin')
  cashier = await person('cashier')
})

const at = async (verb: string, id: string, who: Person, body: unknown = {}) => {
  const answer = await rest<Pemeriksaan>('POST', `/pemeriksaan/${id}/${verb}`, who, body)
  return { ...answer, message: answer.body.errors?.[0]?.message }
}
const take = async (id: string, body: unknown = {}, who = cashier) =>
  at('take-payment', id, who, body)

const transactionOf = async (id: string): Promise<string> => {
  const [row] = await rows<{ id: string }>(
    `SELECT id FROM transactions WHERE type = 'pemeriksaan' AND item_id = $1
      ORDER BY created_at DESC LIMIT 1`,
    id,
  )
  return row!.id
}

describe('the desk takes the money of a bill', () => {
  it.each([
    ['cash', {}],
    ['cash', { method: 'cash', cashReceived: 100_000, total: 80_000 }],
    ['qris', { method: 'qris' }],
    ['bank_transfer', { method: 'bank_transfer' }],
  ])('as %s, into the cashier’s shift (%j)', async (method, body) => {
    const made = await bill()
    const { status, body: answer } = await take(made.id, body)
    expect([status, answer]).toMatchObject([
      200,
      { message: 'OK', doc: { id: made.id, dibayar: true, paymentMethod: method } },
    ])
    expect(await stateOf(made.id)).toMatchObject({
      ...{ dibayar: true, paid: true, by: cashier.id, method, online: false },
      ...{ entries: 1, taken: made.total, transaction: null },
    })
    const [entry] = await rows(
      `SELECT kind, method, item_title AS title, taken_by_id AS by FROM cash_entries WHERE item_id = $1`,
      made.id,
    )
    expect(entry).toEqual({
      kind: 'payment',
      method,
      title: `Pemeriksaan PMR-${String(made.number).padStart(4, '0')}`,
      by: cashier.id,
    })
    expect(await noticesOf(made.patient)).toEqual(['bill-paid'])
  })

  it('of nothing writes no entry', async () => {
    const { id } = await bill({ items: [{ name: 'Kontrol', price: 0, quantity: 1 }] })
    expect((await take(id)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ dibayar: true, entries: 0 })
  })

  it('is for cashiers and admins, of bills that are there and not paid', async () => {
    const { id, patient, doctor } = await bill()
    for (const who of [patient, doctor, await person('editor')]) {
      expect((await take(id, {}, who)).status).toBe(403)
    }
    expect((await rest('POST', `/pemeriksaan/${id}/take-payment`, {}, {})).status).toBe(401)
    for (const unknown of ['019a0000-0000-7000-8000-000000000000', 'x', '1']) {
      expect(await take(unknown)).toMatchObject({
        status: 404,
        message: 'Pemeriksaan tidak ditemukan',
      })
    }
    expect((await take(id.toUpperCase(), {}, admin)).status).toBe(200)
    expect(await take(id)).toMatchObject({ status: 400, message: 'Pemeriksaan sudah dibayar' })
  })

  it('refuses cash that does not cover it, or was none, and another total', async () => {
    const { id, total } = await bill()
    const refusals = [
      [{ cashReceived: total - 1 }, 422, 'Uang yang diterima kurang dari total.'],
      [
        { method: 'qris', cashReceived: total },
        ...[422, 'Uang yang diterima hanya dicatat untuk pembayaran tunai.'],
      ],
      [{ total: total - 1 }, 409, 'Tagihan telah berubah'],
      [{ method: 'x' }, 422, 'Cara bayar tidak dikenal.'],
      [{ method: 'cod' }, 422, 'Cara bayar tidak dikenal.'],
      [{ cashReceived: 1.5 }, 422, 'Uang yang diterima harus bilangan bulat, 0 atau lebih.'],
    ] as const
    for (const [body, status, message] of refusals) {
      expect(await take(id, body)).toMatchObject({ status, message })
    }
    expect(await stateOf(id)).toMatchObject({ paid: false, entries: 0 })
  })

  it('takes it once for the same Idempotency-Key, and answers the same', async () => {
    const { id } = await bill()
    const path = `/pemeriksaan/${id}/take-payment`
    const first = await postOnce(cashier, path, `kas-${id}`, {})
    expect(first.status).toBe(200)
    expect(await postOnce(cashier, path, `kas-${id}`, {})).toEqual(first)
    expect(await stateOf(id)).toMatchObject({ entries: 1 })
  })

  it('of many cashiers at once lets one take it', async () => {
    const { id } = await bill()
    const others = await Promise.all(Array.from({ length: 4 }, () => person('cashier')))
    const answers = await Promise.all(others.map(async (who) => take(id, {}, who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
    expect(await stateOf(id)).toMatchObject({ dibayar: true, entries: 1 })
  })

  it('works over GraphQL, with the same refusals', async () => {
    const { id, patient } = await bill()
    const mutation = `mutation ($id: String!, $method: String) {
      takePemeriksaanPayment(id: $id, method: $method) { id dibayar paymentMethod } }`
    const call = async (method: string, { token }: Person) =>
      JSON.stringify((await graphql(mutation, { variables: { id, method }, token })).body)
    expect(await call('cash', patient)).toContain('Forbidden')
    expect(await call('x', cashier)).toContain('Cara bayar tidak dikenal.')
    expect(await call('qris', cashier)).toContain('"paymentMethod":"qris"')
    expect(await call('qris', cashier)).toContain('Pemeriksaan sudah dibayar')
  })
})

describe('the desk, while a bill can be paid online', () => {
  it('ends the live charge first', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'pending')
    expect((await take(id)).status).toBe(200)
    expect((await testSimulator()).look(payment.order_id).transaction_status).toBe('cancel')
    expect(await stateOf(id)).toMatchObject({
      ...{ dibayar: true, online: false, entries: 1, transaction: 'FAILED', due: 0 },
    })
  })

  it('ends none that it may not take money for', async () => {
    const { id, total } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'pending')
    expect((await take(id, { total: total + 1 })).status).toBe(409)
    expect((await take(id, { cashReceived: 1 })).status).toBe(422)
    expect((await testSimulator()).look(payment.order_id).transaction_status).toBe('pending')
  })

  it('takes nothing when the charge turns out to be paid: it is settled', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    expect(await take(id)).toMatchObject({ status: 400, message: 'Pemeriksaan sudah dibayar' })
    expect(await stateOf(id)).toMatchObject({ dibayar: true, online: true, entries: 0 })
  })

  it('takes nothing while the gateway cannot say', async () => {
    const { id } = await bill()
    await paying(id)
    await whileAway(async () => {
      expect(await take(id)).toMatchObject({
        status: 502,
        message: 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.',
      })
    })
    expect(await stateOf(id)).toMatchObject({ paid: false, entries: 0 })
  })

  it('money that comes on a page that could not be ended is owed, and changes nothing', async () => {
    const { id, total } = await bill()
    const payment = await paying(id)
    expect((await take(id)).status).toBe(200)
    const before = await stateOf(id)
    await atGateway(payment, 'settlement')
    const { body } = await confirm(payment.order_id)
    expect(body).toEqual({ success: true, status: 'settlement', dibayar: true })
    expect(await stateOf(id)).toEqual({ ...before, due: total })
  })

  it('takes nothing for a charge that began in this moment; pressed again, it is ended', async () => {
    const { id } = await bill()
    const statuses = await whileLocked(
      id,
      async () => (await pay(id)).status,
      async () => (await take(id)).status,
    )
    expect(statuses).toEqual([200, 409])
    expect(await stateOf(id)).toMatchObject({ paid: false, entries: 0, transaction: 'PENDING' })
    expect((await take(id)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ dibayar: true, entries: 1, transaction: 'FAILED' })
  })

  it('lets nobody begin to pay what it has just taken', async () => {
    const { id } = await bill()
    const statuses = await whileLocked(
      id,
      async () => (await take(id)).status,
      async () => (await pay(id)).status,
    )
    expect(statuses).toEqual([200, 400])
    expect(await stateOf(id)).toMatchObject({ dibayar: true, entries: 1, transaction: null })
  })

  it.each([0, 1, 2, 3, 4, 5])(
    'is paid once, whoever is first, and what came twice is owed (%i)',
    async (round) => {
      const { id, total } = await bill()
      const payment = await paying(id)
      await atGateway(payment, 'pending')
      const transaction = await transactionOf(id)
      const online = async () => {
        await atGateway(payment, 'settlement').catch(() => undefined)
        await sync({ id: transaction })
      }
      const cash = async () => take(id)
      const [first, second] = round % 2 ? [cash, online] : [online, cash]
      await Promise.all([first(), second()])
      await sync({ id: transaction })
      const state = await stateOf(id)
      const isAtGateway =
        (await testSimulator()).look(payment.order_id).transaction_status === 'settlement'
      expect(state).toMatchObject({ dibayar: true, paid: true })
      expect(state?.entries).toBe(state?.online ? 0 : 1)
      if (state?.online) expect(isAtGateway).toBe(true)
      expect(state?.due).toBe(isAtGateway && !state?.online ? total : 0)
    },
  )
})

describe('giving back', () => {
  it('what the desk took is an entry with a reason, by an admin, and the end of the bill', async () => {
    const { id, patient } = await bill()
    expect(await at('give-back', id, admin, { reason: 'x' })).toMatchObject({
      status: 400,
      message: 'Pemeriksaan belum dibayar',
    })
    await take(id, { method: 'qris' })
    expect((await at('give-back', id, cashier, { reason: 'x' })).status).toBe(403)
    for (const reason of [undefined, '', ' ', 1, 'x'.repeat(501)]) {
      expect((await at('give-back', id, admin, { reason })).status).toBe(422)
    }
    const { status, body } = await at('give-back', id, admin, { reason: 'Salah tagih' })
    expect([status, body.doc]).toMatchObject([
      200,
      { dibayar: false, paidAt: null, refundReason: 'Salah tagih' },
    ])
    expect(await stateOf(id)).toMatchObject({
      ...{ dibayar: false, refunded: true, entries: 2, taken: 0 },
    })
    expect(await noticesOf(patient)).toEqual(['bill-paid', 'bill-given-back'])
    const over = { status: 400, message: 'Uang pemeriksaan ini sudah dikembalikan' }
    expect(await take(id)).toMatchObject(over)
    expect(await at('give-back', id, admin, { reason: 'x' })).toMatchObject(over)
    expect(await pay(id)).toMatchObject({ status: 400, body: { message: over.message } })
  })

  it('happens once, whoever presses', async () => {
    const { id } = await bill()
    await take(id)
    const answers = await atOnce(3, async () => at('give-back', id, admin, { reason: 'x' }))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    expect(await stateOf(id)).toMatchObject({ entries: 2, taken: 0 })
  })

  it('what was paid online goes back by its transaction', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    expect((await at('give-back', id, admin, { reason: 'x' })).status).toBe(400)
    expect(await stateOf(id)).toMatchObject({ dibayar: true, refunded: false, entries: 0 })
  })

  it('takes back a payment that was denied after it was settled', async () => {
    const { id } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    const transaction = await transactionOf(id)
    await atGateway(payment, 'deny')
    await sync({ id: transaction })
    expect(await stateOf(id)).toMatchObject({ dibayar: false, online: false })
    expect(await rowOf(transaction)).toMatchObject({ status: 'FAILED', due: 0 })
    // Now the desk may take it.
    expect((await take(id)).status).toBe(200)
  })

  it('leaves a bill whose payer’s bank took the money back to be changed, and paid again', async () => {
    const { id, total } = await bill()
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    await atGateway(payment, 'chargeback')
    await sync({ id: await transactionOf(id) })
    expect(await stateOf(id)).toMatchObject({ dibayar: false, transaction: 'SUCCESS' })
    expect((await at('end-charge', id, cashier)).status).toBe(200)
    await paying(id)
    expect((await take(id)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ dibayar: true, online: false, taken: total, due: 0 })
  })
})

it('owes what was paid for an amount that is the bill’s no more', async () => {
  const { id, total } = await bill()
  const payment = await paying(id)
  // Past every hook: what no client can do.
  await rows(
    `WITH line AS (UPDATE pemeriksaan_items SET price = price + 1 WHERE _parent_id = $1 AND _order = 1)
     UPDATE pemeriksaan SET total = total + 1 WHERE id = $1`,
    id,
  )
  await atGateway(payment, 'settlement')
  expect((await confirm(payment.order_id)).body).toMatchObject({ dibayar: false })
  expect(await stateOf(id)).toMatchObject({ paid: false, transaction: 'FAILED', due: total })
})

describe('the papers of a bill', () => {
  const paper = async (id: string, verb: string, { token }: Partial<Person> = {}) => {
    const { default: config } = await import('@payload-config')
    const headers = token ? { Authorization: `Bearer ${token}` } : {}
    const request = new Request(`http://localhost:3000/api/pemeriksaan/${id}/${verb}`, { headers })
    const response = await handleEndpoints({ config, request })
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  }

  it.each(['receipt', 'invoice'])(
    'are for its patient, its doctor and the desk (%s)',
    async (verb) => {
      const { id, patient, doctor, number } = await bill()
      const unpaid = readPdf((await paper(id, verb, patient)).bytes).texts.join()
      expect(unpaid).toContain('BELUM DIBAYAR')
      await take(id)
      for (const who of [patient, doctor, cashier, admin]) {
        const { status, bytes } = await paper(id, verb, who)
        const text = readPdf(bytes).texts.join()
        expect([status, text]).toEqual([200, expect.stringContaining('Tes gula darah')])
        expect(text).toContain(`PMR-${String(number).padStart(4, '0')}`)
        expect(text).toContain('LUNAS')
        expect(text).toContain('Tunai')
        expect(text).toContain('80.000')
        // A long name goes over two lines, here or there.
        expect(text.replaceAll('\n', '')).toContain(cashier.name.slice(0, 16))
      }
      const strangers = [await person('patient'), (await doctorOf()).user, await person('editor')]
      for (const who of strangers) expect([403, 404]).toContain((await paper(id, verb, who)).status)
      expect((await paper(id, verb)).status).toBe(401)
      expect((await paper('x', verb, admin)).status).toBe(404)
    },
  )

  it('are genuine, as their code says', async () => {
    const { id } = await bill()
    const payload = await testPayload()
    const { proofUrl, isGenuine } = paymentsOf({ payload }).papers
    const url = proofUrl({ payload } as never, { type: 'pemeriksaan', id })
    const token = url.split('/').at(-1) ?? ''
    expect(await isGenuine({ payload }, token)).toBe(true)
    await rows('DELETE FROM pemeriksaan WHERE id = $1', id)
    expect(await isGenuine({ payload }, token)).toBe(false)
  })
})
