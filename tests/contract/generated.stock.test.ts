import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, ledgerOf, person, placed, rows, stockOf } from '../support/apotek'
import { rest } from '../support/generated'
import { pauseNext } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { practice, prescribe } from '../support/prescriptions'

describe('stock and its ledger over the generated REST', () => {
  let admin: Person
  let cashier: Person
  let patient: Person
  let obat: Obat

  beforeAll(async () => {
    admin = await person('admin')
    cashier = await person('cashier')
    patient = await person('patient')
    obat = await makeObat(await testPayload(), { stock: 10 })
  })

  const move = async (by: Partial<Person>, data: Record<string, unknown>) =>
    rest('POST', '/stock-movements', by, { obat: obat.id, ...data })

  it('moves by receipts and adjustments of a cashier, with balance and author', async () => {
    expect((await move(cashier, { kind: 'receipt', quantity: 5 })).status).toBe(201)
    const adjusted = await move(cashier, { kind: 'adjustment', quantity: -2, reason: 'Pecah' })
    expect(adjusted.status).toBe(201)
    expect(await ledgerOf(obat.id)).toEqual([
      ['opening', 10, 10],
      ['receipt', 5, 15],
      ['adjustment', -2, 13],
    ])
    const [last] = await rows(
      'SELECT created_by_id AS by, reason FROM stock_movements WHERE obat_id = $1 ORDER BY id DESC',
      obat.id,
    )
    expect(last).toEqual({ by: cashier.id, reason: 'Pecah' })
    expect(await stockOf(obat.id)).toBe(13)
  })

  it.each([
    ['a sale', { kind: 'sale', quantity: -1 }],
    ['a cancellation', { kind: 'cancellation', quantity: 1 }],
    ['an opening', { kind: 'opening', quantity: 1 }],
    ['a write-off', { kind: 'write-off', quantity: -1, reason: 'x' }],
    ['an unknown kind', { kind: 'gift', quantity: 1 }],
    ['a receipt of less than nothing', { kind: 'receipt', quantity: -1 }],
    ['a receipt of nothing', { kind: 'receipt', quantity: 0 }],
    ['a receipt of half a piece', { kind: 'receipt', quantity: 0.5 }],
    ['a receipt of no number', { kind: 'receipt', quantity: 'lima' }],
    ['an adjustment without a reason', { kind: 'adjustment', quantity: 1, reason: ' ' }],
    ['an adjustment whose reason is no text', { kind: 'adjustment', quantity: 1, reason: 5 }],
    ['an adjustment below zero', { kind: 'adjustment', quantity: -100_000, reason: 'x' }],
    [
      'a movement of an obat that does not exist',
      { obat: 2_000_000_000, kind: 'receipt', quantity: 1 },
    ],
    ['a movement of no obat', { obat: null, kind: 'receipt', quantity: 1 }],
  ])('refuses %s to a cashier', async (_what, data) => {
    const before = await ledgerOf(obat.id)
    const { status } = await move(cashier, data)
    expect([400, 422]).toContain(status)
    expect(await ledgerOf(obat.id)).toEqual(before)
  })

  it('lets an admin write off, and open, but not sell', async () => {
    expect(
      (await move(admin, { kind: 'write-off', quantity: -1, reason: 'Kedaluwarsa' })).status,
    ).toBe(201)
    expect((await move(admin, { kind: 'opening', quantity: 1 })).status).toBe(201)
    expect((await move(admin, { kind: 'sale', quantity: -1 })).status).toBe(400)
    expect((await move(admin, { kind: 'write-off', quantity: 1, reason: 'x' })).status).toBe(400)
  })

  it('ignores balance, order and author that a client sends', async () => {
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    const before = await stockOf(obat.id)
    const forged = {
      balanceAfter: 999,
      order: id,
      createdBy: patient.id,
      createdAt: '2001-01-01T00:00:00Z',
    }
    expect((await move(cashier, { kind: 'receipt', quantity: 1, ...forged })).status).toBe(201)
    const [last] = await rows(
      `SELECT balance_after::int AS balance, order_id, created_by_id AS by,
              created_at > now() - interval '1 hour' AS fresh
         FROM stock_movements WHERE obat_id = $1 ORDER BY id DESC`,
      obat.id,
    )
    expect(last).toEqual({ balance: before + 1, order_id: null, by: cashier.id, fresh: true })
  })

  it('is closed to patients, doctors, editors and strangers', async () => {
    const before = await ledgerOf(obat.id)
    for (const by of [patient, await person('doctor'), await person('editor'), {}]) {
      expect((await move(by, { kind: 'receipt', quantity: 1 })).status).toBe(403)
      expect((await rest('GET', '/stock-movements', by)).status).toBe(403)
    }
    expect(await ledgerOf(obat.id)).toEqual(before)
    expect((await rest('GET', '/stock-movements', cashier)).status).toBe(200)
  })

  it('is append-only, for everybody and for SQL', async () => {
    const [{ id }] = (await rows<{ id: number }>(
      'SELECT id FROM stock_movements WHERE obat_id = $1 LIMIT 1',
      obat.id,
    )) as [{ id: number }]
    for (const by of [admin, cashier]) {
      expect((await rest('PATCH', `/stock-movements/${id}`, by, { quantity: 9 })).status).toBe(403)
      expect((await rest('DELETE', `/stock-movements/${id}`, by)).status).toBe(403)
    }
    const change = rows('UPDATE stock_movements SET quantity = 9 WHERE id = $1', id)
    await expect(change).rejects.toThrow('append-only')
    const removal = rows('DELETE FROM stock_movements WHERE id = $1', id)
    await expect(removal).rejects.toThrow('append-only')
  })

  it('ignores stock that is sent to create or update', async () => {
    const made = await rest('POST', '/obat', admin, { name: 'Baru', price: 100, stock: 500 })
    expect(made.status).toBe(201)
    expect(await stockOf(made.body.doc.id)).toBe(0)
    await rest('PATCH', `/obat/${obat.id}`, admin, { stock: 12_345 })
    await rest('PATCH', `/obat?where[id][equals]=${obat.id}`, admin, { stock: 12_345 })
    await (await testPayload()).update({ collection: 'obat', id: obat.id, data: { stock: 7 } })
    const [{ sum }] = (await rows<{ sum: string }>(
      'SELECT sum(quantity) FROM stock_movements WHERE obat_id = $1',
      obat.id,
    )) as [{ sum: string }]
    expect(await stockOf(obat.id)).toBe(Number(sum))
  })

  it('survives a product form that was opened before sales and saved after them', async () => {
    const own = await makeObat(await testPayload(), { stock: 10 })
    const form = await rest<Obat>('GET', `/obat/${own.id}?depth=0`, admin)
    await placed(patient, [{ obat_id: own.id, quantity: 4 }])
    const saved = await rest<Obat>('PATCH', `/obat/${own.id}`, admin, { ...form.body, price: 7000 })
    expect(saved.status).toBe(200)
    expect(saved.body.doc.price).toBe(7000)
    expect(await stockOf(own.id)).toBe(6)
    expect(saved.body.doc.stock).toBe(6)
  })

  it('survives a save that had read the product before a sale, and writes it after', async () => {
    const payload = await testPayload()
    const own = await makeObat(payload, { stock: 10 })
    const { reached, resume } = pauseNext(payload, 'updateOne')
    const saving = rest<Obat>('PATCH', `/obat/${own.id}`, admin, { price: 8000 })
    await reached
    await placed(patient, [{ obat_id: own.id, quantity: 4 }])
    resume()
    expect((await saving).status).toBe(200)
    expect(await stockOf(own.id)).toBe(6)
  })

  it('adds up: the sum of the movements is the stock, of every obat there is', async () => {
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 2 }])
    await apotek('POST', `/orders/${id}/cancel`, { token: patient.token })
    const off = await rows(
      `SELECT o.id FROM obat o LEFT JOIN stock_movements m ON m.obat_id = o.id
        GROUP BY o.id HAVING o.stock <> coalesce(sum(m.quantity), 0)`,
    )
    expect(off).toEqual([])
  })

  it('keeps obat that has a history: 409, and it is still there', async () => {
    const moved = await makeObat(await testPayload(), { stock: 1 })
    const { status, body } = await rest('DELETE', `/obat/${moved.id}`, admin)
    expect(status).toBe(409)
    expect(body.errors[0]!.message).toContain('riwayat')
    await rest('DELETE', `/obat?where[id][equals]=${moved.id}`, admin)
    expect(await stockOf(moved.id)).toBe(1)
    const prescribed = await makeObat(await testPayload(), { stock: 0 })
    await prescribe(await practice(), patient, [{ obat: prescribed.id, quantity: 1 }])
    const kept = await rest('DELETE', `/obat/${prescribed.id}`, admin)
    expect([kept.status, kept.body.errors[0]!.message]).toEqual([409, body.errors[0]!.message])
    const fresh = await makeObat(await testPayload(), { stock: 0 })
    expect((await rest('DELETE', `/obat/${fresh.id}`, admin)).status).toBe(200)
    for (const by of [cashier, patient, {}]) {
      expect((await rest('DELETE', `/obat/${moved.id}`, by)).status).toBe(403)
    }
  })
})
