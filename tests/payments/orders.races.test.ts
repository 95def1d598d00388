import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { expireTransactions } from '@/plugins/payments/sweeper'
import { expireOrders } from '@/plugins/pharmacy/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'

import { atDesk, ledgerOf, person, placed, refusal, rows, stockOf } from '../support/apotek'
import { untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { atGateway, charged, payAtGateway, payOnline, stateOf, sync } from './orders.support'

const PRICE = 7000
const TOTAL = 2 * PRICE
const ROUNDS = Array.from({ length: 8 }, (_, round) => round)

let patient: Person
let cashier: Person
let obat: Obat

beforeAll(async () => {
  await testSimulator()
  cashier = await person('cashier')
})
beforeEach(async () => {
  patient = await person('patient')
  obat = await makeObat(await testPayload(), { stock: 100, price: PRICE })
})

const order = async (): Promise<number> => {
  const lines = [{ obat_id: obat.id, quantity: 2 }]
  return (await placed(patient, lines, { payment_method: 'bank_transfer' })).id
}

const expectLedgerToHold = async (): Promise<void> => {
  const moved = (await ledgerOf(obat.id)).reduce((sum, [, quantity]) => sum + quantity, 0)
  expect(await stockOf(obat.id)).toBe(moved)
}

/** Holds an order's row until all that sets out, one after the other, waits for it. */
const inOrder = async (id: number, ...works: (() => Promise<{ status: number }>)[]) => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [id])
    const under: Promise<{ status: number }>[] = []
    for (const work of works) {
      under.push(work())
      await untilBlocked(under.length)
    }
    await client.query('COMMIT')
    return (await Promise.all(under)).map(({ status }) => status)
  } finally {
    await client.end()
  }
}

describe('a cashier takes an order’s money while its buyer begins to pay online', () => {
  it('the buyer first: no cash is taken while the charge is live', async () => {
    const id = await order()
    const statuses = await inOrder(
      id,
      () => payOnline(patient, id),
      () => atDesk(cashier, 'confirm-payment', id),
    )
    expect(statuses).toEqual([201, 502])
    expect(await stateOf(id)).toMatchObject({ paid: false, entries: 0, transaction: 'PENDING' })
    // Pressed again, the charge is ended, and the money taken.
    expect((await atDesk(cashier, 'confirm-payment', id)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ paid: true, entries: 1, transaction: 'FAILED' })
  })

  it('the cashier first: no charge is made for what is paid', async () => {
    const id = await order()
    const statuses = await inOrder(
      id,
      () => atDesk(cashier, 'confirm-payment', id),
      () => payOnline(patient, id),
    )
    expect(statuses).toEqual([200, 400])
    expect(await stateOf(id)).toMatchObject({ paid: true, entries: 1, transaction: null })
  })
})

describe('a cashier confirms a proof while the buyer pays the live charge', () => {
  it.each(ROUNDS)('it is paid once, and what came twice is owed (%i)', async (round) => {
    const id = await order()
    const paying = await charged(patient, id)
    const pay = async () => {
      await payAtGateway(paying)
      await sync(paying)
    }
    const confirm = () => atDesk(cashier, 'confirm-payment', id)
    const paidByGateway = () => pay().catch(() => undefined)
    // Both orders of setting out.
    const [first, second] = round % 2 ? [confirm, paidByGateway] : [paidByGateway, confirm]
    await Promise.all([first(), second()])
    // The gateway's last word.
    await sync(paying)
    const state = await stateOf(id)
    expect(state).toMatchObject({ status: 'pending', paid: true })
    const isOnline = state?.online === true
    expect(state?.entries).toBe(isOnline ? 0 : 1)
    expect(state?.by).toBe(isOnline ? null : cashier.id)
    const isAtGateway = (await atGateway(paying)) === 'settlement'
    if (isOnline) expect(isAtGateway).toBe(true)
    expect(state?.due).toBe(isAtGateway && !isOnline ? TOTAL : 0)
    expect(await confirm()).toEqual(refusal(400, 'Order already paid'))
    await expectLedgerToHold()
  })

  it('money that comes on a page that could not be ended is owed, and changes nothing', async () => {
    const id = await order()
    // Nobody has chosen a method on it: the gateway knows of nothing to cancel.
    const { body } = await payOnline(patient, id)
    expect((await atDesk(cashier, 'confirm-payment', id)).status).toBe(200)
    const before = await stateOf(id)
    expect(before).toMatchObject({ by: cashier.id, entries: 1, transaction: 'FAILED', due: 0 })
    await payAtGateway(body.data)
    await sync(body.data)
    await sync(body.data)
    expect(await stateOf(id)).toEqual({ ...before, due: TOTAL })
  })
})

describe('an order whose time is over while it is being paid online', () => {
  const overdue = async (id: number): Promise<void> => {
    await rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, id)
    await rows(
      `UPDATE transactions SET expires_at = now() - interval '1 second'
        WHERE type = 'order' AND item_id = $1`,
      String(id),
    )
  }
  const sweep = async (): Promise<void> => {
    const payload = await testPayload()
    await expireTransactions(payload)
    await expireOrders(payload)
  }

  it('is not cancelled before the gateway has said that it can be paid no more', async () => {
    const id = await order()
    const paying = await charged(patient, id)
    await overdue(id)
    await expireOrders(await testPayload())
    expect(await stateOf(id)).toMatchObject({ status: 'pending', transaction: 'PENDING' })
    await sweep()
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled', transaction: 'EXPIRED', due: 0 })
    expect(await atGateway(paying)).toBe('expire')
    expect(await stockOf(obat.id)).toBe(100)
  })

  it('is given when the gateway says that it was paid in time', async () => {
    const id = await order()
    const paying = await charged(patient, id)
    await overdue(id)
    await payAtGateway(paying)
    await sweep()
    expect(await stateOf(id)).toMatchObject({ status: 'pending', paid: true, online: true })
  })

  it.each(ROUNDS)('is paid, or cancelled, and money for nothing is owed (%i)', async (round) => {
    const id = await order()
    const paying = await charged(patient, id)
    await overdue(id)
    const pay = async () => {
      await payAtGateway(paying)
      await sync(paying)
    }
    const paidByGateway = () => pay().catch(() => undefined)
    const [first, second] = round % 2 ? [sweep, paidByGateway] : [paidByGateway, sweep]
    await Promise.all([first(), second(), sweep()])
    await sync(paying)
    await sweep()
    const state = await stateOf(id)
    expect([state?.paid, state?.status]).toEqual(
      state?.online ? [true, 'pending'] : [false, 'cancelled'],
    )
    const isAtGateway = (await atGateway(paying)) === 'settlement'
    expect(state?.due).toBe(isAtGateway && !state?.online ? TOTAL : 0)
    expect(state?.entries).toBe(0)
    expect(await stockOf(obat.id)).toBe(state?.online ? 98 : 100)
    await expectLedgerToHold()
  })

  it('late money for what was cancelled is owed; its goods stay on the shelf', async () => {
    const id = await order()
    const { body } = await payOnline(patient, id)
    await overdue(id)
    await sweep()
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled', transaction: 'EXPIRED' })
    await payAtGateway(body.data)
    await sync(body.data)
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled', paid: false, due: TOTAL })
    expect(await stockOf(obat.id)).toBe(100)
    await expectLedgerToHold()
  })
})
