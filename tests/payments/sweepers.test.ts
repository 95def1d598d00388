import pg from 'pg'
import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { paymentsOf } from '@/plugins/payments/contract'
import { GatewayError } from '@/plugins/payments/gateway/gateway'
import { applyGatewayState } from '@/plugins/payments/operations/applyGatewayState'
import { engineOf } from '@/plugins/payments/engine'
import { expireTransactions, reconcilePending } from '@/plugins/payments/sweeper'

import { person, rows } from '../support/apotek'
import { untilBlocked } from '../support/locks'
import { systemRequest, testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import {
  askNow,
  attemptsOf,
  checkOut,
  eventsOf,
  letExpire,
  PAGE,
  requestOf,
  rowOf,
  statusOf,
} from './gateway'
import { noticeOf, notify } from './notices'
import { makeWare, stepsOf, stockOf } from './ware'

const PRICE = 50_000

let simulator: Awaited<ReturnType<typeof testSimulator>>
let payload: Payload
let buyer: Person

beforeAll(async () => {
  simulator = await testSimulator()
  payload = await testPayload()
  buyer = await person('patient')
})
afterEach(() => {
  simulator.clearFaults()
})

const settleThere = (orderId: string) => {
  simulator.change(orderId, { transaction_status: 'settlement', notify: 0 })
}

/** Runs the sweeper as often as an instance would in a few seconds. */
const sweepExpiry = async (id: string): Promise<void> => {
  await rows('UPDATE payment_attempts SET asked_at = NULL WHERE transaction_id = $1', id)
  await expireTransactions(payload)
}

describe('a notice that was lost', () => {
  it('is made up for: the sweeper asks', async () => {
    const { id, invoiceNumber } = await checkOut(buyer, await makeWare())
    settleThere(invoiceNumber)
    await askNow(id)
    await reconcilePending(payload)
    expect(await statusOf(id)).toBe('SUCCESS')
    expect(await stepsOf(id)).toEqual(['held', 'given'])
  })

  it('is asked for within a minute, again and again', async () => {
    const { id } = await checkOut(buyer, await makeWare())
    const due = async () => {
      const [row] = await rows<{ seconds: number }>(
        `SELECT extract(epoch FROM ask_after - clock_timestamp())::float8 AS seconds
           FROM payment_attempts WHERE transaction_id = $1`,
        id,
      )
      return row?.seconds ?? Number.NaN
    }
    expect(await due()).toBeLessThanOrEqual(20)
    for (const age of ['0 seconds', '80 seconds', '20 hours']) {
      await rows(
        `UPDATE payment_attempts SET created_at = clock_timestamp() - $2::interval
          WHERE transaction_id = $1`,
        id,
        age,
      )
      await askNow(id)
      await reconcilePending(payload)
      expect(await due()).toBeLessThanOrEqual(60)
    }
    expect(await statusOf(id)).toBe('PENDING')
  })

  it('is not asked for without end by a run, while the gateway thinks longer than the pauses are', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => checkOut(await person('patient'), await makeWare())),
    )
    for (const { id } of made) await askNow(id)
    const { gateway } = engineOf({ payload })
    const { status } = gateway
    let asked = 0
    gateway.status = async () => {
      asked += 1
      // Enough to see that it goes on.
      if (asked <= 50) for (const { id } of made) await askNow(id)
      throw new GatewayError('unknown', 'It thinks.')
    }
    try {
      await reconcilePending(payload)
    } finally {
      gateway.status = status
    }
    expect(asked).toBeLessThanOrEqual(10)
  })

  it('of a page that a method was chosen on shows the method', async () => {
    const { id, invoiceNumber } = await checkOut(buyer, await makeWare(), { way: PAGE })
    await askNow(id)
    await reconcilePending(payload)
    expect(await statusOf(id)).toBe('PENDING')
    simulator.change(invoiceNumber, {
      transaction_status: 'pending',
      payment_type: 'qris',
      notify: 0,
    })
    await askNow(id)
    await reconcilePending(payload)
    expect(await attemptsOf(id)).toMatchObject([{ state: 'open', method: 'QRIS' }])
    settleThere(invoiceNumber)
    await askNow(id)
    await reconcilePending(payload)
    expect(await statusOf(id)).toBe('SUCCESS')
  })
})

describe('a page that was given up', () => {
  it('is ended when its payer chooses a method on it after all', async () => {
    const ware = await makeWare()
    const { id, invoiceNumber } = await checkOut(buyer, ware, { way: PAGE })
    await checkOut(buyer, ware)
    expect(await attemptsOf(id)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
    simulator.change(invoiceNumber, {
      transaction_status: 'pending',
      payment_type: 'qris',
      notify: 0,
    })
    await rows('UPDATE payment_attempts SET ask_after = NULL WHERE transaction_id = $1', id)
    await notify(noticeOf(invoiceNumber, PRICE, { status_code: '201' }))
    await askNow(id)
    await reconcilePending(payload)
    expect(simulator.look(invoiceNumber)).toMatchObject({ transaction_status: 'cancel' })
    expect(simulator.look(`${invoiceNumber}~2`)).toMatchObject({ transaction_status: 'pending' })
    expect(await attemptsOf(id)).toMatchObject([{ state: 'closed' }, { state: 'open' }])
    expect(await statusOf(id)).toBe('PENDING')
  })
})

describe('the end of a payment’s time', () => {
  it.each([undefined, PAGE])('gives back what was held, and ends the charge', async (way) => {
    const ware = await makeWare({ stock: 2 })
    const { id, invoiceNumber } = await checkOut(buyer, ware, way ? { way } : {})
    await sweepExpiry(id)
    expect(await statusOf(id)).toBe('PENDING')
    await letExpire(id)
    await sweepExpiry(id)
    expect(await statusOf(id)).toBe('EXPIRED')
    expect(await stepsOf(id)).toEqual(['held', 'released'])
    expect(await stockOf(ware)).toBe(2)
    expect(await attemptsOf(id)).toMatchObject([{ state: 'closed' }])
    if (!way) expect(simulator.look(invoiceNumber)).toMatchObject({ transaction_status: 'expire' })
  })

  it('settles what was paid in the last moment', async () => {
    const { id, invoiceNumber } = await checkOut(buyer, await makeWare())
    settleThere(invoiceNumber)
    await letExpire(id)
    await sweepExpiry(id)
    expect(await statusOf(id)).toBe('SUCCESS')
    expect(await stepsOf(id)).toEqual(['held', 'given'])
  })

  it('releases nothing while the gateway cannot say', async () => {
    const ware = await makeWare({ stock: 2 })
    const { id } = await checkOut(buyer, ware)
    await letExpire(id)
    for (const route of ['expire', 'status'] as const) {
      simulator.fault({ route, kind: '500', times: 10 })
    }
    await sweepExpiry(id)
    expect(await statusOf(id)).toBe('PENDING')
    expect(await stockOf(ware)).toBe(1)
    simulator.clearFaults()
    await sweepExpiry(id)
    expect(await statusOf(id)).toBe('EXPIRED')
  })

  it('does not keep the buyer from another checkout', async () => {
    const ware = await makeWare({ stock: 1 })
    const first = await checkOut(buyer, ware)
    await letExpire(first.id)
    const second = await checkOut(buyer, ware)
    expect(second.id).not.toBe(first.id)
    expect(await statusOf(first.id)).toBe('EXPIRED')
    expect(await stockOf(ware)).toBe(0)
  })
})

describe('payment and expiry in the same instant', () => {
  const setLateMoney = async (lateMoney: 'apply' | 'refund') =>
    payload.updateGlobal({ slug: 'payment-settings', data: { lateMoney } })

  /** Holds the transaction's row until both wait for it. */
  const together = async (id: string, both: () => Promise<unknown>[]): Promise<void> => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT 1 FROM transactions WHERE id = $1 FOR UPDATE', [id])
      const work = both()
      await untilBlocked(2)
      await client.query('COMMIT')
      await Promise.all(work)
    } finally {
      await client.end()
    }
  }

  it('end in one of the two, and late money is recorded', async () => {
    await setLateMoney('refund')
    try {
      for (let round = 0; round < 8; round += 1) {
        const { id, invoiceNumber } = await checkOut(buyer, await makeWare({ price: PRICE }))
        const { gateway } = engineOf({ payload })
        settleThere(invoiceNumber)
        const paid = (await gateway.status(invoiceNumber))!
        const [one, other] = [await systemRequest(), await systemRequest()]
        const settle = () => applyGatewayState(one, paid)
        const expire = () => applyGatewayState(other, { ...paid, status: 'expire' })
        const both = round % 2 ? () => [settle(), expire()] : () => [expire(), settle()]
        await together(id, both)
        const row = await rowOf(id)
        const seen = { ...row, steps: await stepsOf(id) }
        const isPaid = row.status === 'SUCCESS'
        expect(seen).toMatchObject(
          isPaid
            ? { status: 'SUCCESS', due: 0, is_paid: true, steps: ['held', 'given'] }
            : { status: 'EXPIRED', due: PRICE, is_paid: false, steps: ['held', 'released'] },
        )
      }
    } finally {
      await setLateMoney('apply')
    }
  })

  it('agree with the gateway, whoever is first there', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => checkOut(await person('patient'), await makeWare())),
    )
    for (const { id } of made) await letExpire(id)
    await Promise.all([
      ...made.map(async ({ invoiceNumber, amount }) => {
        settleThere(invoiceNumber)
        await notify(noticeOf(invoiceNumber, amount))
      }),
      expireTransactions(payload),
      expireTransactions(payload),
    ])
    for (const { id } of made) {
      await sweepExpiry(id)
      expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', due: 0 })
      expect((await stepsOf(id)).filter((step) => step === 'given')).toHaveLength(1)
    }
  })
})

describe('a charge that is ended for money that comes another way', () => {
  const key = (id: string) => ({ type: 'pemeriksaan', id }) as const

  it('cannot be paid any more, and says so', async () => {
    const ware = await makeWare({ stock: 2 })
    const { id, invoiceNumber } = await checkOut(buyer, ware)
    const req = await requestOf(buyer)
    const { charges } = paymentsOf(req)
    expect(await charges.isLive(req, key(ware.id))).toBe(true)
    expect(await charges.end(req, key(ware.id))).toEqual({ isPaid: false })
    expect(await charges.isLive(req, key(ware.id))).toBe(false)
    expect(simulator.look(invoiceNumber)).toMatchObject({ transaction_status: 'cancel' })
    expect(await statusOf(id)).toBe('FAILED')
    expect(await stockOf(ware)).toBe(2)
    expect(await eventsOf(id)).toEqual(['created', 'attempt', 'failed'])
  })

  it('that was paid meanwhile is settled instead', async () => {
    const ware = await makeWare()
    const { id, invoiceNumber } = await checkOut(buyer, ware)
    settleThere(invoiceNumber)
    const req = await requestOf(buyer)
    expect(await paymentsOf(req).charges.end(req, key(ware.id))).toEqual({ isPaid: true })
    expect(await statusOf(id)).toBe('SUCCESS')
  })

  it('stays as it was when the gateway does not do it', async () => {
    const ware = await makeWare()
    const { id } = await checkOut(buyer, ware)
    for (const route of ['cancel', 'status'] as const) {
      simulator.fault({ route, kind: 'refuse', times: 10 })
    }
    const req = await requestOf(buyer)
    await expect(paymentsOf(req).charges.end(req, key(ware.id))).rejects.toMatchObject({
      status: 502,
    })
    expect(await attemptsOf(id)).toMatchObject([{ state: 'open' }])
    expect(await statusOf(id)).toBe('PENDING')
  })

  it('owes what was paid for something that cannot be had any more', async () => {
    const { id, invoiceNumber } = await checkOut(buyer, await makeWare({ price: PRICE }))
    settleThere(invoiceNumber)
    await notify(noticeOf(invoiceNumber, PRICE))
    const req = await requestOf(buyer)
    await paymentsOf(req).charges.owe(req, id, 'Order dibatalkan')
    await paymentsOf(req).charges.owe(req, id, 'Order dibatalkan')
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', due: PRICE })
  })
})
