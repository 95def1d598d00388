import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { graphql } from '../support/api'
import { atDesk, person, place, placed, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { closeShift, disagreements, entriesOf, openShift, shiftsOf } from './support'

let obat: Obat
let free: Obat
let patient: Person
let cashier: Person

beforeAll(async () => {
  const payload = await testPayload()
  obat = await makeObat(payload, { stock: 100_000, price: 5_000 })
  free = await makeObat(payload, { stock: 100_000, price: 0 })
  patient = await person('patient')
  cashier = await person('cashier')
})

const line = (quantity = 1) => [{ obat_id: obat.id, quantity }]
const order = async (method?: string) =>
  (await placed(patient, line(2), method ? { payment_method: method } : {})).id

describe('the money of an order', () => {
  it('is an entry when staff sell at the counter', async () => {
    const sold = await placed(cashier, line(3), { payment_method: 'qris' })
    const [shift = 0] = await shiftsOf(cashier)
    expect(await entriesOf(sold.id)).toEqual([
      {
        kind: 'payment',
        method: 'qris',
        amount: 15_000,
        shift,
        by: cashier.id,
        item: String(sold.id),
        reason: null,
      },
    ])
  })

  it.each([
    ['cash', 'cash'],
    ['qris', 'qris'],
    ['bank_transfer', 'bank_transfer'],
    ['cod', 'cash'],
    [undefined, 'cash'],
  ])('is an entry when an order by %s is confirmed: %s', async (method, taken) => {
    const id = await order(method)
    expect(await entriesOf(id)).toEqual([])
    await atDesk(cashier, 'confirm-payment', id)
    const entries = await entriesOf(id)
    expect(entries).toMatchObject([{ kind: 'payment', method: taken, amount: 10_000 }])
  })

  it('is a transfer when the order says nothing but has a proof', async () => {
    const id = await order()
    const [proof] = await rows<{ id: number }>(
      `INSERT INTO payment_proofs (order_id, filename) VALUES ($1, $2) RETURNING id`,
      id,
      `bukti-${id}.jpg`,
    )
    await rows('UPDATE orders SET payment_proof_id = $2 WHERE id = $1', id, proof?.id)
    await atDesk(cashier, 'confirm-payment', id)
    expect(await entriesOf(id)).toMatchObject([{ method: 'bank_transfer' }])
  })

  it('is an entry in cash when cod is handed over', async () => {
    const id = await order('cod')
    expect((await atDesk(cashier, 'complete', id)).status).toBe(200)
    expect(await entriesOf(id)).toMatchObject([{ kind: 'payment', method: 'cash' }])
  })

  it('goes back as a second entry, with the reason, by the same method', async () => {
    const id = await order('bank_transfer')
    await atDesk(cashier, 'confirm-payment', id)
    const other = await person('cashier')
    await atDesk(other, 'cancel', id, { reason: 'obat rusak' })
    const [shift = 0] = await shiftsOf(other)
    expect((await entriesOf(id))[1]).toEqual({
      kind: 'refund',
      method: 'bank_transfer',
      amount: -10_000,
      shift,
      by: other.id,
      item: String(id),
      reason: 'obat rusak',
    })
  })

  it('is no entry when nobody has taken any, or there was none to take', async () => {
    const unpaid = await order()
    await atDesk(cashier, 'cancel', unpaid, { reason: 'batal' })
    expect(await entriesOf(unpaid)).toEqual([])
    const gift = await placed(cashier, [{ obat_id: free.id, quantity: 1 }])
    expect(gift.paid_at).not.toBeNull()
    await atDesk(cashier, 'cancel', gift.id, { reason: 'batal' })
    expect(await entriesOf(gift.id)).toEqual([])
  })

  it('is not taken when its entry cannot be written', async () => {
    const id = await order()
    const [shift = 0] = await shiftsOf(cashier)
    await rows(
      `INSERT INTO cash_entries (kind, method, amount, shift_id, taken_by_id, item_type, item_id, item_title)
       VALUES ('payment', 'cash', 1, $1, $2, 'order', $3, 'x')`,
      shift,
      cashier.id,
      String(id),
    )
    expect((await atDesk(cashier, 'confirm-payment', id)).status).toBe(409)
    const [row] = await rows('SELECT paid_at FROM orders WHERE id = $1', id)
    expect(row).toEqual({ paid_at: null })
    // So that the last test here finds what it is looking for.
    await rows(`ALTER TABLE cash_entries DISABLE TRIGGER cash_entries_append_only`)
    await rows(`DELETE FROM cash_entries WHERE item_id = $1`, String(id))
    await rows(`ALTER TABLE cash_entries ENABLE TRIGGER cash_entries_append_only`)
  })
})

describe('what the customer handed over', () => {
  const stored = async (id: number) =>
    (
      await rows<{ cash: number | null; method: string | null }>(
        'SELECT cash_received::float8 AS cash, payment_method AS method FROM orders WHERE id = $1',
        id,
      )
    )[0]

  it('is kept at the counter, for staff to see', async () => {
    const sent = { payment_method: 'cash', cash_received: 20_000 }
    const { id } = await placed(cashier, line(3), sent)
    expect(await stored(id)).toEqual({ cash: 20_000, method: 'cash' })
    const seen = await rest<{ cashReceived?: number }>('GET', `/orders/${id}`, cashier)
    expect(seen.body.cashReceived).toBe(20_000)
  })

  it('is kept at a confirmation, through every door', async () => {
    const over = { cashReceived: 50_000 }
    const [first, second, third] = [await order(), await order('cash'), await order('cod')]
    await atDesk(cashier, 'confirm-payment', first, { cash_received: 50_000 })
    await rest('POST', `/orders/${second}/confirm-payment`, cashier, over)
    await graphql(
      `mutation { confirmOrderPayment(id: ${third}, cashReceived: 50000) { cashReceived } }`,
      { token: cashier.token },
    )
    for (const id of [first, second, third]) expect((await stored(id))?.cash).toBe(50_000)
  })

  it('is not shown to patients, nor taken from them', async () => {
    const id = await order('cash')
    await atDesk(cashier, 'confirm-payment', id, { cash_received: 10_000 })
    const seen = await rest<object>('GET', `/orders/${id}`, patient)
    expect(seen.body).not.toHaveProperty('cashReceived')
    const found = await rest('GET', '/orders?where[cashReceived][exists]=true', patient)
    expect(found.status).toBe(400)
    const brought = await placed(patient, line(), { payment_method: 'cash', cash_received: 9_000 })
    expect((await stored(brought.id))?.cash).toBeNull()
    const sent = { items: [{ obat: obat.id, quantity: 1 }], cashReceived: 9_000 }
    const { body } = await rest('POST', '/orders', patient, sent)
    expect((await stored(body.doc.id))?.cash).toBeNull()
  })

  it.each([
    [{ cash_received: 9_999 }, 'Uang yang diterima kurang dari total.'],
    [
      { cash_received: 10_000, payment_method: 'qris' },
      'Uang yang diterima hanya dicatat untuk pembayaran tunai.',
    ],
    [{ cash_received: 1.5 }, 'Uang yang diterima harus bilangan bulat, 0 atau lebih.'],
    [{ payment_method: 'cod' }, 'Cara bayar tidak dikenal.'],
  ])('is refused at a confirmation as %j', async (body, message) => {
    const id = await order('cash')
    const answer = await atDesk(cashier, 'confirm-payment', id, body)
    expect([answer.status, answer.body.message]).toEqual([422, message])
    expect(await entriesOf(id)).toEqual([])
  })

  it('is refused at the counter below the total', async () => {
    const sent = { payment_method: 'cash', cash_received: 14_999 }
    const { status, body } = await place(cashier, line(3), sent)
    expect([status, body.message]).toEqual([422, 'Uang yang diterima kurang dari total.'])
  })

  it('may be cash after all: the order follows', async () => {
    const id = await order('bank_transfer')
    const how = { payment_method: 'cash', cash_received: 10_000 }
    const { body } = await atDesk(cashier, 'confirm-payment', id, how)
    expect(body.data.payment_method).toBe('cash')
    expect(await entriesOf(id)).toMatchObject([{ method: 'cash' }])
    const other = await order('bank_transfer')
    await rest('POST', `/orders/${other}/confirm-payment`, cashier, { method: 'qris' })
    expect(await stored(other)).toEqual({ cash: null, method: 'qris' })
    expect(await entriesOf(other)).toMatchObject([{ method: 'qris' }])
  })
})

describe('the database', () => {
  const insert = async (values: Record<string, unknown>) => {
    const row = { kind: 'pay-in', method: 'cash', amount: 1_000, reason: 'x', ...values }
    const columns = Object.keys(row)
    return rows(
      `INSERT INTO cash_entries (${columns.join(', ')})
       VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
      ...Object.values(row),
    )
  }
  const inShift = async () => {
    const someone = await person('cashier')
    const { id } = (await openShift(someone)).body.doc
    return { someone, id, mine: { shift_id: id, taken_by_id: someone.id } }
  }
  const about = (item: string) => ({ item_type: 'order', item_id: item, item_title: 'Order' })

  it('refuses an entry into a closed shift, somebody else’s, or none', async () => {
    const { someone, id, mine } = await inShift()
    await insert(mine)
    await expect(insert({ ...mine, taken_by_id: cashier.id })).rejects.toThrow('is not open')
    await expect(insert({ taken_by_id: someone.id })).rejects.toThrow('is not open')
    await closeShift(someone, id, { countedCash: 0 })
    await expect(insert(mine)).rejects.toThrow('is not open')
  })

  it.each([
    ['a payment that is negative', { kind: 'payment', amount: -1, ...about('a') }, 'sign'],
    ['a refund that is positive', { kind: 'refund', amount: 1, ...about('b') }, 'nothing of this'],
    ['a pay-in that is negative', { amount: -1 }, 'sign'],
    ['a pay-out that is positive', { kind: 'pay-out', amount: 1 }, 'sign'],
    ['nothing', { amount: 0 }, 'sign'],
    ['half a rupiah', { amount: 0.5 }, 'whole'],
    ['a payment for nothing', { kind: 'payment' }, 'about'],
    ['a pay-in for something', about('c'), 'about'],
    ['a pay-in by QRIS', { method: 'qris' }, 'about'],
    ['a pay-in without a reason', { reason: ' ' }, 'why'],
    ['a refund of what was not paid', { kind: 'refund', amount: -1, ...about('d') }, 'nothing of'],
  ])('refuses %s', async (_what, values, why) => {
    const { mine } = await inShift()
    await expect(insert({ ...mine, ...values })).rejects.toThrow(why)
  })

  it('takes one payment and one refund of the same amount for an item', async () => {
    const { mine } = await inShift()
    const item = about(`sekali-${mine.shift_id}`)
    const payment = { ...mine, ...item, kind: 'payment', amount: 5_000 }
    const refund = { ...mine, ...item, kind: 'refund', amount: -5_000 }
    await insert(payment)
    await expect(insert(payment)).rejects.toThrow('once_per_item')
    await expect(insert({ ...refund, amount: -4_000 })).rejects.toThrow('nothing of this amount')
    await insert(refund)
    await expect(insert(refund)).rejects.toThrow('once_per_item')
  })

  it('never changes an entry, nor forgets one', async () => {
    const { mine } = await inShift()
    const [entry] = await insert(mine)
    for (const statement of [
      `UPDATE cash_entries SET amount = 2 WHERE id = ${String(entry?.id)}`,
      `DELETE FROM cash_entries WHERE id = ${String(entry?.id)}`,
      'TRUNCATE cash_entries CASCADE',
    ]) {
      await expect(rows(statement)).rejects.toThrow('append-only')
    }
  })

  it('never changes a closed shift, nor forgets one, nor opens a second', async () => {
    const { someone, id } = await inShift()
    const second = `INSERT INTO shifts (cashier_id, opened_at, opening_float) VALUES ($1, now(), 0)`
    await expect(rows(second, someone.id)).rejects.toThrow('one_open_per_cashier')
    const float = `UPDATE shifts SET opening_float = 1 WHERE id = ${id}`
    await expect(rows(float)).rejects.toThrow('cannot change')
    const bare = `UPDATE shifts SET closed_at = now() WHERE id = ${id}`
    await expect(rows(bare)).rejects.toThrow('closed_with_figures')
    await closeShift(someone, id, { countedCash: 0 })
    for (const change of ['closed_at = NULL', 'note = $$x$$', 'cash_counted = 5']) {
      const statement = `UPDATE shifts SET ${change} WHERE id = ${id}`
      await expect(rows(statement)).rejects.toThrow('cannot change')
    }
    await expect(rows(`DELETE FROM shifts WHERE id = ${id}`)).rejects.toThrow('append-only')
    await expect(rows('TRUNCATE shifts CASCADE')).rejects.toThrow('append-only')
    await rows(second, someone.id)
  })

  it('holds no order whose money and whose entries disagree', async () => {
    expect(await disagreements()).toEqual([])
  })
})
