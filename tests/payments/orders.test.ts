import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { graphql } from '../support/api'
import { apotek, atDesk, ledgerOf, person, placed, refusal, rows, stockOf } from '../support/apotek'
import { rest } from '../support/generated'
import { orderTransaction } from '../support/orderTransaction'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { atGateway, charged, payAtGateway, payOnline, stateOf, sync } from './orders.support'

const AWAY = 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.'
const PRICE = 7000

let patient: Person
let cashier: Person
let obat: Obat

beforeAll(async () => {
  await testSimulator()
  cashier = await person('cashier')
  obat = await makeObat(await testPayload(), { stock: 1000, price: PRICE })
})
// A patient has twenty open orders at most.
beforeEach(async () => {
  patient = await person('patient')
})

const order = async (method?: string, of = obat): Promise<number> => {
  const lines = [{ obat_id: of.id, quantity: 2 }]
  return (await placed(patient, lines, method ? { payment_method: method } : {})).id
}

/** Everything that went out of the shelf and came back adds up to what is on it. */
const expectLedgerToHold = async ({ id }: Obat): Promise<void> => {
  const moved = (await ledgerOf(id)).reduce((sum, [, quantity]) => sum + quantity, 0)
  expect(await stockOf(id)).toBe(moved)
}

describe('an order is paid online', () => {
  it('on the gateway’s page, and needs no cashier', async () => {
    const id = await order('bank_transfer')
    const { status, body } = await payOnline(patient, id)
    expect(status).toBe(201)
    expect(body.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      order_id: expect.stringMatching(/^INV-OBT-\d{4}-\d{4,}$/),
      amount: 2 * PRICE,
      status: 'PENDING',
      expires_at: expect.any(String),
      token: expect.any(String),
      redirect_url: expect.any(String),
    })
    const { body: before } = await apotek('GET', `/orders/${id}`, { token: patient.token })
    await payAtGateway(body.data)
    await sync(body.data)
    expect(await stateOf(id)).toEqual({
      status: 'pending',
      paid: true,
      by: null,
      online: true,
      refunded: false,
      entries: 0,
      transaction: 'SUCCESS',
      due: 0,
    })
    // The contract's answer has the keys that it had, and what it had said of the method.
    const { body: after } = await apotek('GET', `/orders/${id}`, { token: patient.token })
    expect(after.data).toEqual({
      ...before.data,
      payment_status: 'paid',
      paid_at: expect.any(String),
      paid_by: null,
      updated_at: expect.any(String),
    })
    expect(await payOnline(patient, id)).toMatchObject(refusal(400, 'Order already paid'))
  })

  it('by its owner alone', async () => {
    const id = await order()
    const gone = refusal(404, 'Order tidak ditemukan')
    expect(await payOnline(await person('patient'), id)).toMatchObject(gone)
    expect(await payOnline(patient, 2_000_000_000)).toMatchObject(gone)
    expect(await payOnline(patient, 'x')).toMatchObject(gone)
    expect((await payOnline(cashier, id)).status).toBe(403)
  })

  it('not longer than it waits for its money', async () => {
    const id = await order()
    const { body } = await payOnline(patient, id)
    const { body: own } = await rest<{ expiresAt: string }>('GET', `/orders/${id}`, patient)
    expect(body.data).toMatchObject({ expires_at: own.expiresAt })
  })

  it('and is shown so to the desk, and on its papers', async () => {
    const id = await order()
    const paying = await charged(patient, id)
    type Desk = { docs: { id: number; online: unknown; takenBy: unknown }[] }
    const desk = async (kind: string) => {
      const { body } = await rest<Desk>('GET', `/orders/desk?kind=${kind}&search=${id}`, cashier)
      return (body as unknown as Desk).docs.find((doc) => doc.id === id)
    }
    const invoiceNumber = paying.order_id
    expect(await desk('payments')).toMatchObject({ online: { invoiceNumber, isPaid: false } })
    await payAtGateway(paying)
    await sync(paying)
    expect(await desk('payments')).toBeUndefined()
    expect(await desk('handover')).toMatchObject({
      takenBy: null,
      online: { invoiceNumber, channel: 'QRIS', isPaid: true },
    })
    const { body } = await rest<{ paper: unknown }>('GET', `/orders/${id}/paper`, patient)
    expect(body.paper).toMatchObject({
      method: 'Daring (Midtrans, QRIS)',
      confirmedBy: 'Midtrans',
      state: 'paid',
      received: null,
    })
    expect((await atDesk(cashier, 'complete', id)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ status: 'completed', entries: 0 })
  })
})

/** Everything by which the desk or the buyer end the waiting for an order's money. */
const DOORS: [name: string, method: string, change: (id: number) => Promise<{ status: number }>][] =
  [
    ['confirm (contract)', 'bank_transfer', (id) => atDesk(cashier, 'confirm-payment', id)],
    [
      'confirm (REST)',
      'bank_transfer',
      (id) => rest('POST', `/orders/${id}/confirm-payment`, cashier),
    ],
    [
      'confirm (GraphQL)',
      'bank_transfer',
      (id) => graphql(`mutation { confirmOrderPayment(id: ${id}) { id } }`, cashier),
    ],
    ['complete (contract)', 'cod', (id) => atDesk(cashier, 'complete', id)],
    ['complete (REST)', 'cod', (id) => rest('POST', `/orders/${id}/complete`, cashier)],
    [
      'complete (GraphQL)',
      'cod',
      (id) => graphql(`mutation { completeOrder(id: ${id}) { id } }`, cashier),
    ],
    ['cancel (contract)', 'qris', (id) => atDesk(cashier, 'cancel', id, { reason: 'habis' })],
    [
      'cancel (REST)',
      'qris',
      (id) => rest('POST', `/orders/${id}/cancel`, cashier, { reason: 'habis' }),
    ],
    [
      'cancel (GraphQL)',
      'qris',
      (id) => graphql(`mutation { cancelOrder(id: ${id}, reason: "habis") { id } }`, cashier),
    ],
    [
      'the buyer cancels (contract)',
      'qris',
      (id) => apotek('POST', `/orders/${id}/cancel`, { token: patient.token }),
    ],
    ['the buyer cancels (REST)', 'qris', (id) => rest('POST', `/orders/${id}/cancel`, patient)],
  ]

describe('an order with a live charge', () => {
  it.each(DOORS)('%s: the charge is ended first', async (_name, method, change) => {
    const id = await order(method)
    const paying = await charged(patient, id)
    const answer = await change(id)
    expect(answer.status).toBe(200)
    expect(answer).not.toHaveProperty('body.errors')
    expect(await atGateway(paying)).toBe('cancel')
    const state = await stateOf(id)
    expect(state).toMatchObject({ online: false, transaction: 'FAILED', due: 0 })
    // Either the money is at the desk, once, or there is none.
    const isTaken = state?.status !== 'cancelled'
    expect(state).toMatchObject({ paid: isTaken, entries: isTaken ? 1 : 0 })
  })

  it.each(DOORS)('%s: paid already, it is settled', async (name, method, change) => {
    const id = await order(method)
    const paying = await charged(patient, id)
    await payAtGateway(paying)
    const answer = JSON.stringify(await change(id))
    const isBuyers = name.startsWith('the buyer')
    expect(answer).toContain(
      isBuyers ? 'Hanya order pending yang dapat dibatalkan' : 'Order already paid',
    )
    expect(await stateOf(id)).toEqual({
      status: 'pending',
      paid: true,
      by: null,
      online: true,
      refunded: false,
      entries: 0,
      transaction: 'SUCCESS',
      due: 0,
    })
  })

  it('is not paid twice while one charge is being replaced by the next', async () => {
    const id = await order()
    const { id: transaction } = await orderTransaction(id, patient.id)
    expect((await atDesk(cashier, 'confirm-payment', id)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ entries: 1, transaction: 'FAILED' })
    // It can get no charge any more.
    expect(await payOnline(patient, id)).toMatchObject(refusal(400, 'Order already paid'))
    expect(
      await rows('SELECT 1 FROM payment_attempts WHERE transaction_id = $1', transaction),
    ).toEqual([])
  })

  it('stays as it is while the gateway cannot say', async () => {
    const simulator = await testSimulator()
    const id = await order()
    await charged(patient, id)
    simulator.fault({ route: '*', kind: '500', times: 50 })
    try {
      expect(await atDesk(cashier, 'confirm-payment', id)).toEqual(refusal(502, AWAY))
      expect(await stateOf(id)).toMatchObject({ paid: false, entries: 0, transaction: 'PENDING' })
    } finally {
      simulator.clearFaults()
    }
  })

  it('is ended by nobody who may not do what they ask for', async () => {
    const id = await order('qris')
    const paying = await charged(patient, id)
    const stranger = await person('patient')
    const refused = [
      await apotek('POST', `/orders/${id}/cancel`, { token: stranger.token }),
      await atDesk(patient, 'confirm-payment', id),
      await atDesk(cashier, 'cancel', id, {}),
      await atDesk(cashier, 'complete', id),
      await atDesk(cashier, 'confirm-payment', id, { cash_received: 1 }),
      await rest('POST', `/orders/${id}/cancel`, cashier),
      await rest('POST', `/orders/${id}/cancel`, stranger),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 422, 400, 422, 422, 403])
    await graphql(`mutation { cancelOrder(id: ${id}) { id } }`, stranger)
    expect(await atGateway(paying)).toBe('pending')
    expect(await stateOf(id)).toMatchObject({ status: 'pending', transaction: 'PENDING' })
  })

  it('keeps it when only a proof is refused: it is the other way to pay', async () => {
    const id = await order('bank_transfer')
    const paying = await charged(patient, id)
    expect((await atDesk(cashier, 'reject-payment', id, { reason: 'buram' })).status).toBe(200)
    expect(await atGateway(paying)).toBe('pending')
  })
})

describe('an order that was paid online', () => {
  const paid = async (of = obat) => {
    const id = await order('bank_transfer', of)
    const paying = await charged(patient, id)
    await payAtGateway(paying)
    await sync(paying)
    return { id, paying }
  }

  it('and is cancelled by the desk: goods return, the money is owed, and no drawer gives it', async () => {
    const own = await makeObat(await testPayload(), { stock: 5, price: PRICE })
    const { id } = await paid(own)
    const { status } = await atDesk(cashier, 'cancel', id, { reason: 'obat rusak' })
    expect(status).toBe(200)
    expect(await stateOf(id)).toEqual({
      status: 'cancelled',
      paid: true,
      by: null,
      online: true,
      refunded: false,
      entries: 0,
      transaction: 'SUCCESS',
      due: 2 * PRICE,
    })
    expect(await ledgerOf(own.id)).toEqual([
      ['opening', 5, 5],
      ['sale', -2, 3],
      ['cancellation', 2, 5],
    ])
    const again = await atDesk(cashier, 'cancel', id, { reason: 'obat rusak' })
    expect(again).toEqual(refusal(400, 'Order cancelled'))
    expect(await stateOf(id)).toMatchObject({ due: 2 * PRICE })
  })

  it('is taken back when the gateway gives the money back', async () => {
    const own = await makeObat(await testPayload(), { stock: 5, price: PRICE })
    const [here, gone] = [await paid(own), await paid(own)]
    await atDesk(cashier, 'complete', gone.id)
    const simulator = await testSimulator()
    for (const { paying } of [here, gone]) {
      simulator.change(paying.order_id, { transaction_status: 'refund', notify: 0 })
      await sync(paying)
      await sync(paying)
    }
    const refunded = { refunded: true, entries: 0, transaction: 'REFUNDED', due: 0 }
    expect(await stateOf(here.id)).toMatchObject({ status: 'cancelled', ...refunded })
    expect(await stateOf(gone.id)).toMatchObject({ status: 'completed', ...refunded })
    expect(await stockOf(own.id)).toBe(3)
    await expectLedgerToHold(own)
  })
})
