import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeObat } from '@/plugins/pharmacy/testing'

import { disagreements } from '../payments/support'
import { people, rows, stockOf } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Pair } from './pair'
import { startPair } from './pair'

const BUYERS = 12
/** Sales that were acknowledged before the plug is pulled. */
const ENOUGH = 60

describe('a server that is killed under load', () => {
  let pair: Pair

  beforeAll(async () => {
    pair = await startPair()
  })
  afterAll(async () => pair.kill())

  it('loses no order that it acknowledged, and leaves no half of another', async () => {
    const payload = await testPayload()
    const obat = [
      await makeObat(payload, { stock: 5000, price: 100 }),
      await makeObat(payload, { stock: 5000, price: 250 }),
    ]
    const ids = obat.map(({ id }) => id)
    const cashiers = await people('cashier', BUYERS)
    const acknowledged: number[] = []
    const items = ids.map((id, index) => ({ obat_id: id, quantity: index + 1 }))

    const sell = async (cashier: (typeof cashiers)[number]): Promise<void> => {
      for (;;) {
        // Server 0 alone: it ends in the middle of this, and the connection with it.
        const reply = await pair.post(0, '/orders', cashier, { items }).catch(() => null)
        if (!reply) return
        expect(reply.status).toBe(201)
        acknowledged.push(reply.body.data.id)
        if (acknowledged.length === ENOUGH) process.kill(pair.servers[0].pid, 'SIGKILL')
      }
    }
    await Promise.all(cashiers.map(sell))
    await pair.servers[0].exited
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH)

    // The other one goes on at once: the dead one's locks are gone with its connections.
    const next = await pair.post(1, '/orders', cashiers[0]!, { items })
    expect(next.status).toBe(201)

    const orders = await rows<{ id: number; total: number; lines: string; sales: string }>(
      `SELECT o.id, o.total_price::int AS total,
              (SELECT jsonb_agg(jsonb_build_array(i.obat_id, i.quantity) ORDER BY i.obat_id)
                 FROM orders_items i WHERE i._parent_id = o.id)::text AS lines,
              (SELECT jsonb_agg(jsonb_build_array(m.obat_id, -m.quantity) ORDER BY m.obat_id)
                 FROM stock_movements m WHERE m.order_id = o.id)::text AS sales
         FROM orders o WHERE o.user_id = ANY($1)`,
      cashiers.map(({ id }) => id),
    )
    const whole = JSON.stringify(ids.map((id, index) => [id, index + 1]))
    for (const { total, lines, sales } of orders) {
      expect(total).toBe(600)
      expect(JSON.stringify(JSON.parse(lines))).toBe(whole)
      expect(JSON.stringify(JSON.parse(sales))).toBe(whole)
    }
    const kept = new Set(orders.map(({ id }) => id))
    expect([...acknowledged, next.body.data.id].filter((id) => !kept.has(id))).toEqual([])
    // What was committed without being acknowledged is one order for each who was waiting, at most.
    expect(orders.length).toBeLessThanOrEqual(acknowledged.length + 1 + BUYERS)
    expect(await stockOf(ids[0]!)).toBe(5000 - orders.length)
    expect(await stockOf(ids[1]!)).toBe(5000 - 2 * orders.length)
    const stray = await rows(
      'SELECT 1 FROM stock_movements WHERE obat_id = ANY($1) AND kind = $2 AND order_id IS NULL',
      ids,
      'sale',
    )
    expect(stray).toEqual([])
    expect(await disagreements()).toEqual([])
  })
})
