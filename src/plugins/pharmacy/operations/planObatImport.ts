import type { PayloadRequest } from 'payload'

import type { ObatRow, RowError } from '../csv/types'
import { matchObat } from './matchObat'
import { changesOf, wordsBefore } from './obatWords'
import type { ObatWords } from './obatWords'

export type ObatPlan = {
  creates: ObatRow[]
  /** In order of id: rows are locked so everywhere, and nothing can deadlock. */
  updates: {
    row: ObatRow
    id: number
    /** What the obat is called now. */
    name: string
    changes: ObatWords
    /** The same fields as they are now. */
    before: Record<string, unknown>
  }[]
  unchanged: number
  /** Existing obat whose stock is not what the list says: stock moves by movements only. */
  stockIgnored: number
  /** Ids of categories, by their name in lower case. */
  categoryIds: Map<string, number>
  /** Categories that are not there yet, each with the first row that asks for it. */
  newCategories: { name: string; row: ObatRow }[]
  errors: RowError[]
}

const findAll = async (req: PayloadRequest) => {
  const all = { depth: 0, limit: 0, pagination: false, sort: 'id' } as const
  const { payload } = req
  const obat = await payload.find({ collection: 'obat', ...all, req, overrideAccess: true })
  const categories = await payload.find({
    collection: 'obat-categories',
    ...all,
    req,
    overrideAccess: true,
  })
  return { obat: obat.docs, categories: categories.docs }
}

const newCategories = (rows: ObatRow[], known: Map<string, number>) => {
  const found = new Map<string, { name: string; row: ObatRow }>()
  for (const row of rows) {
    const key = row.category?.toLowerCase()
    if (!row.category || !key || known.has(key) || found.has(key)) continue
    found.set(key, { name: row.category, row })
  }
  return [...found.values()]
}

/**
 * Compares a list with the shop and says what an import would do; writes nothing.
 * `errors` are rows that collide with what is there: with one of them nothing may be imported.
 * The caller has checked that this request may change obat.
 */
export const planObatImport = async (req: PayloadRequest, rows: ObatRow[]): Promise<ObatPlan> => {
  const { obat, categories } = await findAll(req)
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  // Of two categories with one name the older is taken: later entries of a Map win.
  const categoryIds = new Map(
    categories.toReversed().map(({ id, name }) => [name.toLowerCase(), id]),
  )

  const { matched, errors } = matchObat(rows, obat)
  const existing = matched.flatMap(({ row, obat: stored }) => (stored ? [{ row, stored }] : []))
  const updates = existing
    .map(({ row, stored }) => {
      const category = names.get(Number(stored.category)) ?? null
      const changes = changesOf(row, stored, category)
      const before = wordsBefore(changes, stored, category)
      return { row, id: stored.id, name: stored.name, changes, before }
    })
    .filter(({ changes }) => Object.keys(changes).length > 0)
    .sort((a, b) => a.id - b.id)
  return {
    creates: matched.filter((match) => match.obat === null).map(({ row }) => row),
    updates,
    unchanged: existing.length - updates.length,
    stockIgnored: existing.filter(
      ({ row, stored }) => row.stock !== null && row.stock !== stored.stock,
    ).length,
    categoryIds,
    newCategories: newCategories(rows, categoryIds),
    errors,
  }
}
