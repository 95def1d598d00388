import { readFileSync } from 'node:fs'

import { sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { describe, expect, it } from 'vitest'

import { withTransaction } from '@/database/transactions'

import { systemRequest, testPayload } from '../../../../tests/support/payload'
import type { ObatRow } from '../csv/types'
import { makeObat } from '../testing'
import { RowsRefusedError } from './atRow'
import { importObat } from './importObat'
import { parseObatCsv } from './parseObatCsv'
import { planObatImport } from './planObatImport'

const shipped = readFileSync(new URL('../demo/obat.csv', import.meta.url), 'utf8')

let lists = 0

/** The first rows of the shipped list under names, codes and categories of their own. */
const list = (count?: number): ObatRow[] => {
  lists += 1
  const mark = `I${process.pid}-${lists}`
  const { rows } = parseObatCsv(shipped)
  return rows.slice(0, count).map((row) => ({
    ...row,
    name: `${mark} ${row.name}`,
    sku: `${mark}-${row.sku}`,
    barcode: `${mark}-${row.barcode}`,
    category: `${mark} ${row.category}`,
  }))
}

const at = <T>(items: T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new Error(`There is no item ${index}.`)
  return item
}

const bring = async (rows: ObatRow[]) => importObat(await systemRequest(), rows)

/** What the database holds of a list, asked past Payload. */
const stored = async (rows: ObatRow[]) => {
  const { db } = await testPayload()
  const skus = sql.join(
    rows.map(({ sku }) => sql`${sku}`),
    sql`, `,
  )
  const answer = await (db as unknown as PostgresAdapter).drizzle.execute(sql`
    SELECT obat.id, obat.sku, obat.stock::int AS stock, obat.price::int AS price,
           obat.updated_at AS "updatedAt", category.name AS category,
           count(movement.id)::int AS movements, coalesce(sum(movement.quantity), 0)::int AS ledger,
           min(movement.kind::text) AS kind, min(movement.balance_after)::int AS balance
    FROM obat
    LEFT JOIN obat_categories category ON category.id = obat.category_id
    LEFT JOIN stock_movements movement ON movement.obat_id = obat.id
    WHERE obat.sku IN (${skus}) GROUP BY obat.id, category.name ORDER BY obat.sku`)
  return answer.rows
}

const categoriesOf = async (rows: ObatRow[]): Promise<number> => {
  const names = [...new Set(rows.map(({ category }) => String(category)))]
  const { totalDocs } = await (
    await testPayload()
  ).count({ collection: 'obat-categories', where: { name: { in: names } } })
  return totalDocs
}

const find = async (sku: string | null) => {
  const { docs } = await (
    await testPayload()
  ).find({ collection: 'obat', where: { sku: { equals: sku } }, depth: 0 })
  return at(docs, 0)
}

describe('importObat', () => {
  it('creates the shipped list, each with its opening in the ledger, and finds it unchanged later', async () => {
    const rows = list()
    const steps: number[] = []
    const first = await importObat(await systemRequest(), rows, (done, total) => {
      expect(total).toBe(rows.length)
      steps.push(done)
    })
    expect(first).toEqual({
      created: rows.length,
      updated: 0,
      unchanged: 0,
      stockIgnored: 0,
      errors: [],
    })
    expect(steps).toEqual(rows.map((_, index) => index + 1))

    const before = await stored(rows)
    expect(before).toEqual(
      rows.map(({ sku, stock, price, category }) => ({
        id: expect.any(Number),
        updatedAt: expect.anything(),
        sku,
        stock,
        price,
        category,
        ledger: stock,
        ...(stock
          ? { movements: 1, kind: 'opening', balance: stock }
          : { movements: 0, kind: null, balance: null }),
      })),
    )
    expect(await categoriesOf(rows)).toBe(new Set(rows.map(({ category }) => category)).size)

    expect(await bring(rows)).toEqual({
      created: 0,
      updated: 0,
      unchanged: rows.length,
      stockIgnored: 0,
      errors: [],
    })
    expect(await stored(rows)).toEqual(before)
  })

  it('gives what a list leaves open its default, and keras a prescription', async () => {
    const [first, second] = list(2).map((row) => ({
      ...row,
      requiresPrescription: null,
      category: null,
      unit: null,
      stock: null,
      lowStockThreshold: null,
      bpomNumber: null,
      description: null,
      active: null,
    }))
    if (!first || !second) throw new Error('Two rows were asked for.')
    await bring([
      { ...first, drugClass: 'keras' },
      { ...second, drugClass: 'bebas' },
    ])
    const defaults = { category: null, unit: 'pcs', stock: 0, lowStockThreshold: 10, active: true }
    expect(await find(first.sku)).toMatchObject({ ...defaults, requiresPrescription: true })
    expect(await find(second.sku)).toMatchObject({ ...defaults, requiresPrescription: false })
  })

  it('changes by SKU, else by barcode, only what the list says differently; never the stock', async () => {
    const rows = list(4)
    await bring(rows)
    const known = await stored(rows)
    const payload = await testPayload()
    const sold = await find(at(rows, 2).sku)
    await payload.create({
      collection: 'stock-movements',
      data: { obat: sold.id, kind: 'adjustment', quantity: -3, reason: 'Rusak' },
    })

    const bySku = { ...at(rows, 0), sku: String(at(rows, 0).sku).toLowerCase(), price: 9_900 }
    const byBarcode = { ...at(rows, 1), sku: null, name: `${at(rows, 1).name} baru`, stock: 7 }
    const onlyStock = at(rows, 2)
    const silent = { ...at(rows, 3), description: null, category: null, unit: null, active: null }
    const result = await bring([onlyStock, silent, byBarcode, bySku])
    expect(result).toEqual({ created: 0, updated: 2, unchanged: 2, stockIgnored: 2, errors: [] })

    expect(await find(bySku.sku)).toMatchObject({ id: known[0]?.id, price: 9_900 })
    expect(await find(at(rows, 1).sku)).toMatchObject({
      id: known[1]?.id,
      name: byBarcode.name,
      stock: at(rows, 1).stock,
    })
    expect((await find(onlyStock.sku)).stock).toBe(Number(onlyStock.stock) - 3)
    const ledgers = await stored([bySku, ...rows.slice(1)])
    for (const { stock, ledger } of ledgers) expect(stock).toBe(ledger)
    expect((await find(silent.sku)).description).toBeTruthy()
    expect((await find(silent.sku)).category).toBeTruthy()
  })

  it('asks for a prescription when an obat becomes keras, unless the list says no', async () => {
    const rows = list(2).map((row) => ({
      ...row,
      drugClass: 'bebas' as const,
      requiresPrescription: false,
    }))
    await bring(rows)
    const keras = rows.map((row) => ({ ...row, drugClass: 'keras' as const }))
    await bring([{ ...at(keras, 0), requiresPrescription: null }, at(keras, 1)])
    expect((await find(at(rows, 0).sku)).requiresPrescription).toBe(true)
    expect((await find(at(rows, 1).sku)).requiresPrescription).toBe(false)
    // What was decided by hand since then is not undone by an empty cell.
    await bring([{ ...at(keras, 1), requiresPrescription: null }])
    expect((await find(at(rows, 1).sku)).requiresPrescription).toBe(false)
  })

  it('brings nothing when one row is refused, and names it', async () => {
    const rows = list(6)
    const known = rows.slice(0, 1)
    await bring(known)
    const before = await stored(known)
    const bad = { ...at(rows, 4), bpomNumber: 'X'.repeat(65) }
    const changed = { ...at(rows, 0), price: 1 }
    const result = await bring([changed, ...rows.slice(1, 4), bad, at(rows, 5)])
    expect(result).toEqual({
      created: 0,
      updated: 0,
      unchanged: 0,
      stockIgnored: 0,
      errors: [{ row: bad.row, column: 'bpomNumber', message: expect.any(String) }],
    })
    expect(await stored(rows)).toEqual(before)
  })

  it('says what collides with the shop before it writes', async () => {
    const payload = await testPayload()
    const rows = list(4)
    const other = await makeObat(payload, { sku: `${at(rows, 0).sku}-X`, barcode: `B-${lists}-X` })
    const known = at(rows, 3)
    await bring([known])
    const colliding = [
      { ...at(rows, 0), name: other.name },
      { ...known, barcode: String(other.barcode) },
      { ...at(rows, 2), sku: null, barcode: known.barcode },
    ]
    const { errors } = await planObatImport(await systemRequest(), colliding)
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'name'],
      [5, 'barcode'],
      [4, 'sku'],
    ])
    expect(await bring(colliding)).toMatchObject({ created: 0, updated: 0, errors })
  })

  it.each([
    ['in the same order', (rows: ObatRow[]) => rows],
    ['from its other end', (rows: ObatRow[]) => rows.toReversed()],
  ])('when two bring the same list at once, the second %s, brings it once', async (_how, turn) => {
    const rows = list(20)
    const results = await Promise.all([bring(rows), bring(turn(rows))])
    const nothing = { created: 0, updated: 0, unchanged: 0, stockIgnored: 0, errors: [] }
    expect(results.sort((a, b) => b.created - a.created)).toEqual([
      { ...nothing, created: rows.length },
      { ...nothing, unchanged: rows.length },
    ])
    expect(await stored(rows)).toMatchObject(
      rows.map(({ sku, stock }) => ({ sku, stock, ledger: stock })),
    )
    expect(await categoriesOf(rows)).toBe(new Set(rows.map(({ category }) => category)).size)
  })

  it('ends a transaction that it was called in, instead of leaving half of it', async () => {
    const rows = list(2)
    const req = await systemRequest()
    const nested = withTransaction(req, async () => {
      await importObat(req, rows.slice(0, 1))
      return importObat(req, [{ ...at(rows, 1), bpomNumber: 'X'.repeat(65) }])
    })
    await expect(nested).rejects.toBeInstanceOf(RowsRefusedError)
    expect(await stored(rows)).toEqual([])
  })
})
