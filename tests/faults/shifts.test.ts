import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeObat } from '@/plugins/pharmacy/testing'

import { disagreements, entriesIn, shiftsOf } from '../payments/support'
import { person, placed, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Pair } from './pair'
import { countStatuses, startPair } from './pair'

const PAYMENTS = 50
const ROUNDS = 4
const PRICE = 1_000

type Closed = { id: number; taken: number; count: number; closed: boolean }

describe('a shift that is closed while its cashier takes money, over two servers', () => {
  let pair: Pair
  let patient: Person

  beforeAll(async () => {
    pair = await startPair()
    patient = await person('patient')
  })
  afterAll(async () => pair.kill())

  const close = async (turn: number, id: number, { token }: Person): Promise<number> => {
    const { url } = pair.servers[turn % 2] ?? pair.servers[0]
    const { status } = await fetch(`${url}/api/shifts/${id}/close`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ countedCash: 0 }),
    })
    return status
  }

  it('has each payment in its sums, or in the next shift: none lost, none twice', async () => {
    const obat = await makeObat(await testPayload(), { stock: 10_000, price: PRICE })
    for (let round = 0; round < ROUNDS; round += 1) {
      const cashier = await person('cashier')
      const orders: number[] = []
      for (let count = 0; count < PAYMENTS; count += 1) {
        // More than a patient may have open.
        const buyer = count % 20 === 0 ? await person('patient') : patient
        if (count % 20 === 0) patient = buyer
        orders.push((await placed(buyer, [{ obat_id: obat.id, quantity: 1 }])).id)
      }
      await rows(
        'INSERT INTO shifts (cashier_id, opened_at, opening_float) VALUES ($1, now(), 0)',
        cashier.id,
      )
      const [first = 0] = await shiftsOf(cashier)
      const confirm = async (id: number, turn: number) => {
        const path = `/cashier/orders/${id}/confirm-payment`
        return pair.post(turn, path, cashier, {}, `konfirmasi ${id}`)
      }
      // Two closings at once, set out when some payments are through and others are not.
      const closings: Promise<number>[] = []
      const replies = await Promise.all(
        orders.map(async (id, turn) => {
          const reply = await confirm(id, turn)
          if (turn === 10 + round * 5)
            closings.push(close(0, first, cashier), close(1, first, cashier))
          return reply
        }),
      )
      expect(countStatuses(replies)).toEqual({ 200: PAYMENTS })
      expect((await Promise.all(closings)).sort()).toEqual([200, 409])

      const shifts = await rows<Closed>(
        `SELECT id, cash_taken::float8 AS taken, cash_count::float8 AS count,
                closed_at IS NOT NULL AS closed
           FROM shifts WHERE cashier_id = $1 ORDER BY id`,
        cashier.id,
      )
      expect(shifts.length).toBeLessThanOrEqual(2)
      const [closed] = shifts
      const inFirst = await entriesIn(first)
      expect(closed).toEqual({
        id: first,
        taken: inFirst.length * PRICE,
        count: inFirst.length,
        closed: true,
      })
      const inNext = shifts[1] ? await entriesIn(shifts[1].id) : []
      const items = [...inFirst, ...inNext].map(({ item }) => Number(item))
      expect(items.sort((left, right) => left - right)).toEqual(orders)
    }
  })

  it('opens once when two first payments come at once', async () => {
    const obat = await makeObat(await testPayload(), { stock: 1_000, price: PRICE })
    for (let round = 0; round < 10; round += 1) {
      const cashier = await person('cashier')
      const buyer = await person('patient')
      const line = [{ obat_id: obat.id, quantity: 1 }]
      const orders = [await placed(buyer, line), await placed(buyer, line)]
      const replies = await Promise.all(
        orders.map(async ({ id }, turn) =>
          pair.post(turn, `/cashier/orders/${id}/confirm-payment`, cashier),
        ),
      )
      expect(countStatuses(replies)).toEqual({ 200: 2 })
      const [shift = 0, ...others] = await shiftsOf(cashier)
      expect(others).toEqual([])
      expect(await entriesIn(shift)).toHaveLength(2)
    }
  })

  it('leaves no order whose money and whose entries disagree', async () => {
    expect(await disagreements()).toEqual([])
  })
})
