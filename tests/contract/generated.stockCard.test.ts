import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'

import { ROLES } from '@/access/roles'
import type { StockCard } from '@/plugins/pharmacy/stockCard'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { atDesk, ledgerOf, person, placed, stockOf } from '../support/apotek'
import { postOnce, rest } from '../support/generated'
import { untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const UNKNOWN = 2_000_000_000
let admin: Person
let cashier: Person
let patient: Person

beforeAll(async () => {
  admin = await person('admin')
  cashier = await person('cashier')
  patient = await person('patient')
})

const obatWith = async (stock: number) => makeObat(await testPayload(), { stock, unit: 'strip' })

const count = async (by: Partial<Person>, id: number, body: unknown) =>
  rest<{ before: number; stock: number; movement: number | null }>(
    'POST',
    `/obat/${id}/count`,
    by,
    body,
  )

describe('GET /api/obat/:id/stock-card', () => {
  const card = async (id: number, query = ''): Promise<StockCard> => {
    const { status, body } = await api('GET', `/obat/${id}/stock-card${query}`, cashier)
    expect(status).toBe(200)
    return body
  }

  it('tells what moved, newest first, by whom and why, and of people the name only', async () => {
    const obat = await obatWith(10)
    await rest('POST', '/stock-movements', admin, {
      obat: obat.id,
      kind: 'receipt',
      quantity: 5,
      reason: 'PBF Sehat',
    })
    const order = await placed(patient, [{ obat_id: obat.id, quantity: 4 }])
    await atDesk(cashier, 'cancel', order.id, { reason: 'habis' })

    const { obat: top, docs, totalDocs } = await card(obat.id)
    expect(top).toMatchObject({ id: obat.id, stock: 15, unit: 'strip', lowStockThreshold: 10 })
    expect(totalDocs).toBe(4)
    expect(docs.map(({ kind, quantity, balanceAfter }) => [kind, quantity, balanceAfter])).toEqual([
      ['cancellation', 4, 15],
      ['sale', -4, 11],
      ['receipt', 5, 15],
      ['opening', 10, 10],
    ])
    expect(docs[1]?.order).toEqual({ id: order.id, status: 'cancelled' })
    expect(docs[2]).toMatchObject({ reason: 'PBF Sehat', order: null })
    expect(docs[2]?.createdBy).toEqual({ id: admin.id, name: admin.name })
  })

  it('gives pages', async () => {
    const obat = await obatWith(1)
    for (const quantity of [2, 3]) {
      await rest('POST', '/stock-movements', cashier, { obat: obat.id, kind: 'receipt', quantity })
    }
    const { docs, ...counts } = await card(obat.id, '?limit=2&page=2')
    expect(docs.map(({ kind }) => kind)).toEqual(['opening'])
    expect(counts).toMatchObject({ totalDocs: 3, totalPages: 2, page: 2, limit: 2 })
  })

  it('is for the desk only, and 404 for an obat that is not there', async () => {
    const obat = await obatWith(1)
    for (const role of ROLES) {
      const { status } = await rest('GET', `/obat/${obat.id}/stock-card`, await person(role))
      expect([role, status]).toEqual([role, ['cashier', 'admin'].includes(role) ? 200 : 403])
    }
    expect((await rest('GET', `/obat/${UNKNOWN}/stock-card`, cashier)).status).toBe(404)
    expect((await rest('GET', '/obat/abc/stock-card', cashier)).status).toBe(404)
  })
})

describe('POST /api/obat/:id/count', () => {
  it('writes the difference from the stock of this moment, with author and reason', async () => {
    const { id } = await obatWith(10)
    expect(await count(cashier, id, { counted: 7, reason: 'Opname' })).toMatchObject({
      status: 200,
      body: { before: 10, stock: 7, movement: expect.any(Number) },
    })
    expect(await ledgerOf(id)).toEqual([
      ['opening', 10, 10],
      ['adjustment', -3, 7],
    ])
    const { body } = await rest<StockCard>('GET', `/obat/${id}/stock-card`, admin)
    expect(body.docs[0]).toMatchObject({ reason: 'Opname', createdBy: { id: cashier.id } })
  })

  it('writes nothing where nothing differs', async () => {
    const { id } = await obatWith(10)
    const { body } = await count(admin, id, { counted: 10, reason: 'Opname' })
    expect(body).toMatchObject({ before: 10, stock: 10, movement: null })
    expect(await ledgerOf(id)).toHaveLength(1)
  })

  it('waits for a sale that is under way, and counts from what it left', async () => {
    const { id } = await obatWith(10)
    const sale = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await sale.connect()
    try {
      await sale.query('BEGIN')
      await sale.query(
        `INSERT INTO stock_movements (obat_id, kind, quantity, created_at, updated_at)
         VALUES ($1, 'sale', -4, now(), now())`,
        [id],
      )
      const counting = count(cashier, id, { counted: 6, reason: 'Opname' })
      await untilBlocked()
      await sale.query('COMMIT')
      expect((await counting).body).toMatchObject({ before: 6, stock: 6, movement: null })
    } finally {
      await sale.end()
    }
    expect(await stockOf(id)).toBe(6)
  })

  it('counts once for one Idempotency-Key', async () => {
    const { id } = await obatWith(10)
    const key = randomUUID()
    const body = { counted: 4, reason: 'Opname' }
    const first = await postOnce(cashier, `/obat/${id}/count`, key, body)
    await rest('POST', '/stock-movements', cashier, { obat: id, kind: 'receipt', quantity: 5 })
    expect(await postOnce(cashier, `/obat/${id}/count`, key, body)).toEqual(first)
    expect(await stockOf(id)).toBe(9)
  })

  it.each([
    ['no reason', { counted: 1 }],
    ['a blank reason', { counted: 1, reason: '  ' }],
    ['no count', { reason: 'x' }],
    ['less than nothing', { counted: -1, reason: 'x' }],
    ['half a piece', { counted: 0.5, reason: 'x' }],
    ['more than a shelf holds', { counted: 1_000_001, reason: 'x' }],
  ])('refuses %s: 422, and nothing moves', async (_what, body) => {
    const { id } = await obatWith(3)
    expect((await count(cashier, id, body)).status).toBe(422)
    expect(await ledgerOf(id)).toHaveLength(1)
  })

  it('is for the desk only, and 404 for an obat that is not there', async () => {
    const { id } = await obatWith(3)
    const body = { counted: 3, reason: 'Opname' }
    for (const role of ROLES) {
      const { status } = await count(await person(role), id, body)
      expect([role, status]).toEqual([role, ['cashier', 'admin'].includes(role) ? 200 : 403])
    }
    expect((await count({}, id, body)).status).toBe(401)
    expect((await count(cashier, UNKNOWN, body)).status).toBe(404)
  })
})
