import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { expireOrders } from '@/plugins/pharmacy/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'

import { ledgerOf, ordersOf, people, person, placed, rows, stockOf } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { practice, prescribe, usedOf } from '../support/prescriptions'
import type { Pair, Reply } from './pair'
import { countStatuses, deadlocks, startPair } from './pair'

describe('sales over two servers', () => {
  let pair: Pair
  let seen: number

  beforeAll(async () => {
    seen = await deadlocks()
    pair = await startPair()
  })
  afterAll(async () => pair.kill())

  it('sell exactly twenty of twenty pieces to two hundred buyers at once', async () => {
    const obat = await makeObat(await testPayload(), { stock: 20 })
    const buyers = await people('patient', 200)
    const buy = async (buyer: Person, turn: number): Promise<Reply> => {
      const body = { obat_id: obat.id, quantity: 1 }
      const reply = await pair.post(turn, '/orders', buyer, body, `buyer ${turn}`)
      // On a slow machine so many wait longer for a connection than a server lets them.
      return reply.status === 503 ? buy(buyer, turn) : reply
    }
    const replies = await Promise.all(buyers.map(buy))
    expect(countStatuses(replies)).toEqual({ 201: 20, 400: 180 })
    const refusals = replies.filter(({ status }) => status === 400).map(({ body }) => body.message)
    expect(new Set(refusals)).toEqual(new Set(['Stok tidak mencukupi']))
    expect(await stockOf(obat.id)).toBe(0)
    const sales = Array.from({ length: 20 }, (_, index) => ['sale', -1, 19 - index])
    expect(await ledgerOf(obat.id)).toEqual([['opening', 20, 20], ...sales])
    const sold = await rows('SELECT 1 FROM orders_items WHERE obat_id = $1', obat.id)
    expect(sold).toHaveLength(20)
  })

  it('make one order of ten repetitions on both servers at once', async () => {
    const obat = await makeObat(await testPayload(), { stock: 100 })
    const buyer = await person('patient')
    const key = randomUUID()
    const body = { obat_id: obat.id, quantity: 1 }
    const replies = await Promise.all(
      Array.from({ length: 10 }, async (_, turn) => pair.post(turn, '/orders', buyer, body, key)),
    )
    expect(replies[0]!.status).toBe(201)
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(await ordersOf(buyer)).toBe(1)
    expect(await stockOf(obat.id)).toBe(99)
  })

  it('let ten who ask at once have the last piece of a prescription once', async () => {
    const keras = await makeObat(await testPayload(), { drugClass: 'keras', stock: 100 })
    const patient = await person('patient')
    const cashiers = await people('cashier', 5)
    const prescription = await prescribe(await practice(), patient, [
      { obat: keras.id, quantity: 1 },
    ])
    const body = { obat_id: keras.id, quantity: 1, prescription_id: prescription }
    const ask = async (_: unknown, turn: number) =>
      pair.post(turn, '/orders', turn < 5 ? patient : cashiers[turn - 5]!, body)
    const replies = await Promise.all(Array.from({ length: 10 }, ask))
    expect(countStatuses(replies)).toEqual({ 201: 1, 400: 9 })
    const refused = replies.filter(({ status }) => status === 400)
    expect(refused.map((reply) => reply.body.message)).toEqual(
      Array.from({ length: 9 }, () => 'Resep tidak mencukupi'),
    )
    expect(await usedOf(prescription)).toEqual([1])
    expect(await stockOf(keras.id)).toBe(99)
  })

  it('give back to a prescription what ten who cancel at once had of it, once', async () => {
    const keras = await makeObat(await testPayload(), { drugClass: 'keras', stock: 100 })
    const patient = await person('patient')
    const prescription = await prescribe(await practice(), patient, [
      { obat: keras.id, quantity: 5 },
    ])
    await placed(patient, [{ obat_id: keras.id, quantity: 2 }])
    const { id } = await placed(patient, [{ obat_id: keras.id, quantity: 2 }])
    const replies = await Promise.all(
      Array.from({ length: 10 }, async (_, turn) =>
        pair.post(turn, `/orders/${id}/cancel`, patient),
      ),
    )
    expect(countStatuses(replies)).toEqual({ 200: 1, 400: 9 })
    expect(await usedOf(prescription)).toEqual([2])
  })

  it('never make carts, cancellations and the sweeper wait for each other in a ring', async () => {
    const payload = await testPayload()
    const obat = [
      await makeObat(payload, { stock: 1000 }),
      await makeObat(payload, { stock: 1000 }),
    ]
    const lines = obat.map(({ id }) => ({ obat_id: id, quantity: 1 }))
    const carts = [lines, [...lines].reverse()]
    const buyers = await people('patient', 10)
    const shop = async (buyer: Person, turn: number) => {
      const replies = []
      for (let round = 0; round < 8; round += 1) {
        const order = await pair.post(turn, '/orders', buyer, { items: carts[(turn + round) % 2] })
        replies.push(order)
        // Cancelling takes the same obat's rows, by another statement.
        if (round % 2 === 1) continue
        replies.push(await pair.post(turn + 1, `/orders/${order.body.data.id}/cancel`, buyer))
      }
      return replies
    }
    // Orders that are due, the first of the second obat: swept together, they would lock it first.
    const forgetful = await people('patient', 2)
    for (let count = 0; count < 30; count += 1) {
      await placed(forgetful[count % 2]!, [lines[1 - (count % 2)]!])
    }
    const overdue = `UPDATE orders SET expires_at = now() - interval '1 second' WHERE user_id = ANY($1)`
    await rows(
      overdue,
      forgetful.map(({ id }) => id),
    )

    const [swept, ...shopped] = await Promise.all([expireOrders(payload), ...buyers.map(shop)])
    expect(swept).toBeLessThanOrEqual(30)
    expect(countStatuses(shopped.flat())).toEqual({ 201: 80, 200: 40 })
    expect(await expireOrders(payload)).toBe(0)
    for (const { id } of obat) expect(await stockOf(id)).toBe(1000 - 40)
    await pair.kill()
    expect(await deadlocks()).toBe(seen)
  })
})
