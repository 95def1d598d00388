import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { expireOrders } from '@/plugins/pharmacy/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'

import { disagreements } from '../payments/support'
import { ledgerOf, person, placed, rows, stockOf } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Pair, Reply } from './pair'
import { startPair } from './pair'

const ROUNDS = 15

type State = { status: string; paid: boolean; by: number | null }

const stateOf = async (id: number): Promise<State> => {
  const [row] = await rows<State>(
    'SELECT status, paid_at IS NOT NULL AS paid, paid_by_id AS by FROM orders WHERE id = $1',
    id,
  )
  if (!row) throw new Error(`no order ${id}`)
  return row
}
const said = ({ status, body }: Reply) => [status, body.message]

type Racers = {
  cancel: () => Promise<Reply>
  confirm: () => Promise<Reply>
  expire: () => Promise<unknown>
}

/** All at once; each is the first to set out in every third round. */
const startInTurn = async (
  round: number,
  { cancel, confirm, expire }: Racers,
): Promise<[Reply, Reply]> => {
  const order = [cancel, confirm, expire]
  const started = [0, 1, 2].map((place) => {
    const index = (place + round) % 3
    return { index, result: order[index]!() }
  })
  const results = await Promise.all(started.map(({ result }) => result))
  const of = (index: number) => results[started.findIndex((one) => one.index === index)] as Reply
  return [of(0), of(1)]
}

describe('transitions of one order over two servers', () => {
  let pair: Pair
  let patient: Person
  let cashiers: [Person, Person]

  beforeAll(async () => {
    pair = await startPair()
    patient = await person('patient')
    cashiers = [await person('cashier'), await person('cashier')]
  })
  afterAll(async () => pair.kill())

  const order = async (of: Obat, rest: Record<string, unknown> = {}) =>
    (await placed(patient, [{ obat_id: of.id, quantity: 1 }], rest)).id
  const confirm = async (turn: number, id: number) =>
    pair.post(turn, `/cashier/orders/${id}/confirm-payment`, cashiers[turn % 2]!)

  it('let one of two cashiers take the money', async () => {
    const obat = await makeObat(await testPayload(), { stock: 100 })
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await order(obat)
      const replies = await Promise.all([confirm(0, id), confirm(1, id)])
      const winner = replies.findIndex(({ status }) => status === 200)
      expect(said(replies[1 - winner]!)).toEqual([400, 'Order already paid'])
      expect(replies[winner]!.body.data.paid_by).toBe(cashiers[winner]!.id)
      expect(await stateOf(id)).toEqual({ status: 'pending', paid: true, by: cashiers[winner]!.id })
    }
  })

  it('let one of two cashiers hand over and take the money of cod', async () => {
    const obat = await makeObat(await testPayload(), { stock: 100 })
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await order(obat, { payment_method: 'cod' })
      const replies = await Promise.all(
        cashiers.map(async (by, turn) => pair.post(turn, `/cashier/orders/${id}/complete`, by)),
      )
      const winner = replies.findIndex(({ status }) => status === 200)
      expect(said(replies[1 - winner]!)).toEqual([400, 'Order already completed'])
      expect(await stateOf(id)).toEqual({
        status: 'completed',
        paid: true,
        by: cashiers[winner]!.id,
      })
    }
  })

  it('cancel once: buyer, desk and sweepers return the stock together but once', async () => {
    const obat = await makeObat(await testPayload(), { stock: 100 })
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await order(obat)
      await rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, id)
      const [own, desk] = await Promise.all([
        pair.post(0, `/orders/${id}/cancel`, patient),
        pair.post(1, `/cashier/orders/${id}/cancel`, cashiers[0], { reason: 'x' }),
        expireOrders(await testPayload()),
      ])
      if (own.status !== 200) {
        expect(said(own)).toEqual([400, 'Hanya order pending yang dapat dibatalkan'])
      }
      if (desk.status !== 200) expect(said(desk)).toEqual([400, 'Order cancelled'])
      expect([own.status, desk.status]).not.toEqual([200, 200])
      expect((await stateOf(id)).status).toBe('cancelled')
      expect(await stockOf(obat.id)).toBe(100)
    }
    expect(await ledgerOf(obat.id)).toHaveLength(1 + 2 * ROUNDS)
  })

  it('never take the money of an order and give its goods back, too', async () => {
    const obat = await makeObat(await testPayload(), { stock: 100 })
    const outcomes = { paid: 0, cancelled: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await order(obat)
      await rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, id)
      const racers = {
        cancel: async () => pair.post(0, `/orders/${id}/cancel`, patient),
        confirm: async () => confirm(1, id),
        expire: async () => expireOrders(await testPayload()),
      }
      const [cancelled, confirmed] = await startInTurn(round, racers)

      const { status, paid } = await stateOf(id)
      expect(status).toBe(paid ? 'pending' : 'cancelled')
      expect(said(confirmed)).toEqual(paid ? [200, 'Payment confirmed'] : [400, 'Order cancelled'])
      if (cancelled.status !== 200) {
        expect(said(cancelled)).toEqual([400, 'Hanya order pending yang dapat dibatalkan'])
      }
      if (paid) expect(cancelled.status).toBe(400)
      outcomes[paid ? 'paid' : 'cancelled'] += 1
      expect(await stockOf(obat.id)).toBe(100 - outcomes.paid)
    }
    const returns = (await ledgerOf(obat.id)).filter(([kind]) => kind === 'cancellation')
    expect(returns).toHaveLength(outcomes.cancelled)
  })

  it('leave no order anywhere that is paid, cancelled and not refunded', async () => {
    const broken = await rows(
      // What was paid online goes back by its transaction, later.
      `SELECT id FROM orders WHERE status = 'cancelled' AND paid_at IS NOT NULL
          AND refunded_at IS NULL AND transaction_id IS NULL`,
    )
    expect(broken).toEqual([])
    expect(await disagreements()).toEqual([])
  })
})
