import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { expireOrders } from '@/plugins/pharmacy/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, atDesk, ledgerOf, person, place, placed, rows, stockOf } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const HOUR_MS = 60 * 60 * 1000

const sweep = async () => expireOrders(await testPayload())

describe('apotek.md: orders that nobody pays', () => {
  let patient: Person
  let cashier: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    cashier = await person('cashier')
    obat = await makeObat(await testPayload(), { stock: 1000 })
    await sweep()
  })

  const order = async (rest: Record<string, unknown> = {}, of = obat, quantity = 1) =>
    (await placed(patient, [{ obat_id: of.id, quantity }], rest)).id
  const overdue = async (...ids: number[]) =>
    rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ANY($1)`, ids)
  const statusOf = async (id: number) =>
    (await rows<{ status: string }>('SELECT status FROM orders WHERE id = $1', id))[0]!.status

  it.each([
    ['bank_transfer', 24],
    ['qris', 24],
    ['cash', 24],
    [undefined, 24],
    ['cod', 7 * 24],
  ])('paid by %s may wait %d hours', async (method, hours) => {
    const id = await order({ payment_method: method })
    const [row] = await rows<{ waits: string }>(
      'SELECT extract(epoch FROM expires_at - created_at) AS waits FROM orders WHERE id = $1',
      id,
    )
    expect(Math.abs(Number(row!.waits) * 1000 - hours * HOUR_MS)).toBeLessThan(60_000)
    expect(await sweep()).toBe(0)
    expect(await statusOf(id)).toBe('pending')
  })

  it('are cancelled when they are overdue, and their stock returns once', async () => {
    const own = await makeObat(await testPayload(), { stock: 10 })
    const [due, waiting] = [await order({}, own, 3), await order({}, own, 2)]
    await overdue(due)
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    expect([await statusOf(due), await statusOf(waiting)]).toEqual(['cancelled', 'pending'])
    expect(await ledgerOf(own.id)).toEqual([
      ['opening', 10, 10],
      ['sale', -3, 7],
      ['sale', -2, 5],
      ['cancellation', 3, 8],
    ])
    const [kept] = await rows(
      'SELECT cancelled_at IS NOT NULL AS at, cancelled_by_id, cancel_reason FROM orders WHERE id = $1',
      due,
    )
    expect(kept).toEqual({
      at: true,
      cancelled_by_id: null,
      cancel_reason: 'Batas waktu pembayaran terlewati',
    })
    const { body } = await apotek('GET', `/orders/${due}`, { token: patient.token })
    expect(body.data.status).toBe('cancelled')
    expect((await atDesk(cashier, 'confirm-payment', due)).body.message).toBe('Order cancelled')
  })

  it('count cash that nobody has taken among them', async () => {
    const id = await order({ payment_method: 'cash' })
    await overdue(id)
    expect(await sweep()).toBe(1)
    expect(await statusOf(id)).toBe('cancelled')
  })

  it('are not those whose money is here, nor those that are closed', async () => {
    const own = await makeObat(await testPayload(), { stock: 10 })
    const [paid, completed, cancelled] = [
      await order({}, own),
      await order({}, own),
      await order({}, own),
    ]
    await atDesk(cashier, 'confirm-payment', paid)
    await atDesk(cashier, 'confirm-payment', completed)
    await atDesk(cashier, 'complete', completed)
    await apotek('POST', `/orders/${cancelled}/cancel`, { token: patient.token })
    const counter = await placed(cashier, [{ obat_id: own.id, quantity: 1 }])
    await overdue(paid, completed, cancelled, counter.id)
    expect(await sweep()).toBe(0)
    expect(await Promise.all([paid, completed, cancelled, counter.id].map(statusOf))).toEqual([
      'pending',
      'completed',
      'cancelled',
      'pending',
    ])
    expect(await stockOf(own.id)).toBe(7)
  })

  it('are cancelled once, however many sweep at once', async () => {
    const own = await makeObat(await testPayload(), { stock: 100 })
    const buyers = await Promise.all([1, 2, 3].map(() => person('patient')))
    const ids: number[] = []
    for (const buyer of buyers) {
      for (let count = 0; count < 10; count += 1) {
        ids.push((await placed(buyer, [{ obat_id: own.id, quantity: 2 }])).id)
      }
    }
    await overdue(...ids)
    const swept = await Promise.all([sweep(), sweep(), sweep()])
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(await stockOf(own.id)).toBe(100)
    expect((await ledgerOf(own.id)).filter(([kind]) => kind === 'cancellation')).toHaveLength(30)
  })

  it('do not wait for one that somebody else works on', async () => {
    const [stuck, next] = [await order(), await order()]
    await overdue(stuck, next)
    // Somebody works on the first one for as long as this takes.
    const { db } = await testPayload()
    const client = await (db as unknown as { pool: import('pg').Pool }).pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT 1 FROM orders WHERE id = $1 FOR NO KEY UPDATE', [stuck])
      expect(await sweep()).toBe(1)
      expect(await statusOf(next)).toBe('cancelled')
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    expect(await sweep()).toBe(1)
    expect(await statusOf(stuck)).toBe('cancelled')
  })

  it('do not stop at one that cannot be cancelled', async () => {
    const [broken, next] = [await order(), await order()]
    await overdue(broken, next)
    await rows(`CREATE FUNCTION break_order() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'broken'; END $$`)
    await rows(`CREATE TRIGGER break_order BEFORE UPDATE ON orders FOR EACH ROW
                WHEN (OLD.id = ${broken}) EXECUTE FUNCTION break_order()`)
    try {
      expect(await sweep()).toBe(1)
      expect([await statusOf(broken), await statusOf(next)]).toEqual(['pending', 'cancelled'])
    } finally {
      await rows('DROP FUNCTION break_order CASCADE')
    }
    expect(await sweep()).toBe(1)
  })

  it('free their places among a patient’s twenty', async () => {
    const buyer = await person('patient')
    const one = [{ obat_id: obat.id, quantity: 1 }]
    const ids: number[] = []
    for (let count = 0; count < 20; count += 1) ids.push((await placed(buyer, one)).id)
    expect((await place(buyer, one)).status).toBe(400)
    await overdue(ids[0]!)
    await sweep()
    expect((await place(buyer, one)).status).toBe(201)
  })
})
