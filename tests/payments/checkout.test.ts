import { beforeAll, describe, expect, it } from 'vitest'

import { engineOf } from '@/plugins/payments/engine'
import { reconcilePending } from '@/plugins/payments/sweeper'

import { person, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { askNow, attemptsOf, checkOut, eventsOf, PAGE, rowOf, statusOf } from './gateway'
import { makeWare, stepsOf, stockOf } from './ware'

type Simulator = Awaited<ReturnType<typeof testSimulator>>

let simulator: Simulator
let buyer: Person

beforeAll(async () => {
  simulator = await testSimulator()
  buyer = await person('patient')
})

const QRIS = { kind: 'charge', method: 'QRIS', channel: null } as const

describe('a checkout', () => {
  it('holds, numbers and charges', async () => {
    const ware = await makeWare({ price: 50_000, stock: 3 })
    const transaction = await checkOut(buyer, ware)
    expect(transaction.invoiceNumber).toMatch(/^INV-PMR-\d{4}-\d{4,}$/)
    expect(transaction).toMatchObject({
      status: 'PENDING',
      amount: 50_000,
      discount: 0,
      gatewayOrderId: transaction.invoiceNumber,
      paymentMethod: 'BANK_TRANSFER',
      channel: 'bsi',
      paymentDetails: { bank_name: 'Bank Syariah Indonesia', va_number: expect.any(String) },
    })
    expect(await stepsOf(transaction.id)).toEqual(['held'])
    expect(await stockOf(ware)).toBe(2)
    expect(await attemptsOf(transaction.id)).toMatchObject([{ state: 'open', amount: 50_000 }])
    expect(await eventsOf(transaction.id)).toEqual(['created', 'attempt'])
    expect(simulator.look(transaction.invoiceNumber)).toMatchObject({})
  })

  it('makes a page, too', async () => {
    const transaction = await checkOut(buyer, await makeWare(), { way: PAGE })
    expect(transaction).toMatchObject({ status: 'PENDING', paymentMethod: null })
    expect(transaction.redirectUrl).toContain(simulator.url)
    expect(transaction.snapToken).toBeTruthy()
  })

  it('is the same again, for the same way and coupon; one, however many come at once', async () => {
    const ware = await makeWare({ stock: 5 })
    const all = await atOnce(20, () => checkOut(buyer, ware))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await attemptsOf(all[0]!.id)).toHaveLength(1)
    expect(await stockOf(ware)).toBe(4)
    expect(await checkOut(buyer, ware)).toEqual(all[0])
  })

  it('with another method ends the earlier charge, and is the same transaction', async () => {
    const ware = await makeWare({ stock: 5 })
    const first = await checkOut(buyer, ware)
    const second = await checkOut(buyer, ware, { way: QRIS })
    expect(second.id).toBe(first.id)
    expect(second.gatewayOrderId).toBe(`${first.invoiceNumber}~2`)
    expect(second.paymentMethod).toBe('QRIS')
    expect(await attemptsOf(first.id)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
    expect(await stockOf(ware)).toBe(4)
    expect(await stepsOf(first.id)).toEqual(['held'])
  })

  it('with another coupon is priced anew, and holds once', async () => {
    const ware = await makeWare({ price: 50_000, stock: 1 })
    const first = await checkOut(buyer, ware)
    const second = await checkOut(buyer, ware, { coupon: 'OFF1' })
    expect(second).toMatchObject({ id: first.id, amount: 40_000, discount: 10_000 })
    expect(await attemptsOf(first.id)).toMatchObject([
      { state: 'closed', amount: 50_000 },
      { state: 'open', amount: 40_000 },
    ])
    expect(await stepsOf(first.id)).toEqual(['held', 'released', 'held'])
    expect(await stockOf(ware)).toBe(0)
  })

  it('with a coupon that is refused leaves the earlier charge alone', async () => {
    const ware = await makeWare({ stock: 1 })
    const first = await checkOut(buyer, ware)
    await expect(checkOut(buyer, ware, { coupon: 'X' })).rejects.toMatchObject({ status: 400 })
    expect(await attemptsOf(first.id)).toMatchObject([{ state: 'open' }])
    expect(await stepsOf(first.id)).toEqual(['held'])
  })

  it('that costs nothing is done at once, without the gateway', async () => {
    const ware = await makeWare()
    const transaction = await checkOut(buyer, ware, { coupon: 'FREE' })
    expect(transaction).toMatchObject({ status: 'SUCCESS', amount: 0, paymentDetails: null })
    expect(transaction.paidAt).toBeTruthy()
    expect(await stepsOf(transaction.id)).toEqual(['held', 'given'])
    expect(await attemptsOf(transaction.id)).toEqual([])
  })

  it('that costs nothing any more, with a coupon, shows nothing of the earlier charge', async () => {
    const ware = await makeWare()
    const first = await checkOut(buyer, ware)
    const free = await checkOut(buyer, ware, { coupon: 'FREE' })
    expect(free).toMatchObject({ id: first.id, status: 'SUCCESS', amount: 0, paymentDetails: null })
    expect(await attemptsOf(first.id)).toMatchObject([{ state: 'closed' }])
  })

  it('finds out that the earlier charge was paid, and settles it', async () => {
    const ware = await makeWare()
    const first = await checkOut(buyer, ware)
    simulator.change(first.invoiceNumber, { transaction_status: 'settlement', notify: 0 })
    const again = checkOut(buyer, ware, { way: QRIS })
    await expect(again).rejects.toMatchObject({ status: 400, message: 'Pemeriksaan sudah dibayar' })
    expect(await statusOf(first.id)).toBe('SUCCESS')
    expect(await stepsOf(first.id)).toEqual(['held', 'given'])
  })
})

describe('a gateway that fails', () => {
  const REFUSAL = { status: 502, message: 'Pembayaran belum dapat dibuat, silakan coba lagi.' }

  it.each(['500', 'refuse'] as const)('with %s leaves nothing half made', async (kind) => {
    const ware = await makeWare({ stock: 2 })
    simulator.fault({ route: 'charge', kind, times: 2 })
    await expect(checkOut(buyer, ware)).rejects.toMatchObject(REFUSAL)
    simulator.clearFaults()
    expect(await stockOf(ware)).toBe(2)
    expect((await checkOut(buyer, ware)).status).toBe('PENDING')
    expect(await stockOf(ware)).toBe(1)
  })

  it('by denying the charge that it makes leaves nothing half made', async () => {
    const ware = await makeWare({ stock: 2 })
    const { gateway } = engineOf({ payload: await testPayload() })
    const { charge } = gateway
    // The simulator denies later only: here it does before its answer is read.
    gateway.charge = async (order) => {
      const charged = await charge(order)
      simulator.change(order.gatewayOrderId, { transaction_status: 'deny', notify: 0 })
      const state = await gateway.status(order.gatewayOrderId)
      return { ...charged, state: state ?? charged.state }
    }
    try {
      await expect(checkOut(buyer, ware)).rejects.toMatchObject(REFUSAL)
    } finally {
      gateway.charge = charge
    }
    expect(await stockOf(ware)).toBe(2)
    const [made] = await rows<{ id: string }>(
      'SELECT id FROM transactions WHERE item_id = $1',
      ware.id,
    )
    expect(await rowOf(made?.id ?? '')).toMatchObject({ status: 'FAILED' })
    expect((await checkOut(buyer, ware)).status).toBe('PENDING')
  })

  it('and says nothing any more, is asked by the sweeper later: nothing stays held', async () => {
    const ware = await makeWare({ stock: 2 })
    for (const route of ['charge', 'status', 'cancel'] as const) {
      simulator.fault({ route, kind: 'timeout-after-acceptance', times: 10, delay_ms: 0 })
    }
    await expect(checkOut(buyer, ware)).rejects.toMatchObject(REFUSAL)
    simulator.clearFaults()
    const [made] = await rows<{ id: string }>(
      'SELECT id FROM transactions WHERE item_id = $1',
      ware.id,
    )
    const id = made?.id ?? ''
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING' })
    expect(await attemptsOf(id)).toMatchObject([{ state: 'unknown' }])
    expect(await stockOf(ware)).toBe(1)
    await askNow(id)
    await reconcilePending(await testPayload())
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED' })
    expect(await stockOf(ware)).toBe(2)
  })

  it('and says nothing any more, does not keep the buyer from trying again', async () => {
    const ware = await makeWare({ stock: 2 })
    for (const route of ['charge', 'status', 'cancel'] as const) {
      simulator.fault({ route, kind: '500', times: 10 })
    }
    await expect(checkOut(buyer, ware)).rejects.toMatchObject(REFUSAL)
    simulator.clearFaults()
    const again = await checkOut(buyer, ware)
    expect(again).toMatchObject({ status: 'PENDING', gatewayOrderId: `${again.invoiceNumber}~2` })
    expect(await stockOf(ware)).toBe(1)
  })

  it('by a time-out after it has accepted: one charge', async () => {
    const ware = await makeWare()
    simulator.fault({ route: 'charge', kind: 'timeout-after-acceptance', times: 1, delay_ms: 0 })
    const transaction = await checkOut(buyer, ware)
    expect(transaction.status).toBe('PENDING')
    expect(await attemptsOf(transaction.id)).toMatchObject([{ state: 'open' }])
  })
})
