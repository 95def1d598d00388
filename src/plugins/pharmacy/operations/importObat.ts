import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import { toEditorState } from '../csv/description'
import type { ObatRow, RowError } from '../csv/types'
import { lockImports } from '../sql'
import { atRow, RowsRefusedError } from './atRow'
import type { ObatWords } from './obatWords'
import { wordsOf } from './obatWords'
import { planObatImport } from './planObatImport'
import type { ObatPlan } from './planObatImport'

export type ObatImport = {
  created: number
  updated: number
  unchanged: number
  /** Existing obat whose stock is not what the list says, and stayed as it was. */
  stockIgnored: number
  errors: RowError[]
}

const refused = (errors: RowError[]): ObatImport => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  stockIgnored: 0,
  errors,
})

const createCategories = async (
  req: PayloadRequest,
  wanted: ObatPlan['newCategories'],
  ids: Map<string, number>,
): Promise<void> => {
  for (const { name, row } of wanted) {
    await atRow(row, async () => {
      const { id } = await req.payload.create({
        collection: 'obat-categories',
        data: { name },
        depth: 0,
        req,
        overrideAccess: true,
      })
      ids.set(name.toLowerCase(), id)
    })
  }
}

const toData = (
  { category, description, ...same }: ObatWords,
  categoryIds: Map<string, number>,
) => ({
  ...same,
  ...(category ? { category: categoryIds.get(category.toLowerCase()) ?? null } : {}),
  ...(description ? { description: toEditorState(description) } : {}),
})

const createObat = async (
  req: PayloadRequest,
  row: ObatRow,
  categoryIds: Map<string, number>,
): Promise<void> => {
  const { id } = await req.payload.create({
    collection: 'obat',
    data: {
      ...toData(wordsOf(row), categoryIds),
      name: row.name,
      price: row.price,
      drugClass: row.drugClass,
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (!row.stock) return
  await req.payload.create({
    collection: 'stock-movements',
    data: { obat: id, kind: 'opening', quantity: row.stock, reason: 'Stok awal' },
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/**
 * Brings a list into the shop, all of it or nothing, in one transaction: unknown obat (by SKU, else
 * by barcode) are created with their opening stock, known ones changed where the list says something
 * else, missing categories created. Stock of known obat is never touched. Existing obat that the
 * list leaves out stay as they are.
 * The caller has checked that this request may change obat. Progress counts rows, and begins again
 * when the transaction does.
 * @param checkPlan looks at what would be done before anything is; what it throws, this throws
 * @returns what was done; with `errors` nothing was
 * @throws {RowsRefusedError} instead, when `req` already carried a transaction: it has to end as well
 */
export const importObat = async (
  req: PayloadRequest,
  rows: ObatRow[],
  onProgress?: (done: number, total: number) => void,
  checkPlan?: (plan: ObatPlan) => void,
): Promise<ObatImport> => {
  const isNested = Boolean(req.transactionID)
  try {
    return await withTransaction(req, async () => {
      await lockImports(req)
      const plan = await planObatImport(req, rows)
      checkPlan?.(plan)
      if (plan.errors.length > 0) return refused(plan.errors)
      const { creates, updates, categoryIds, unchanged, stockIgnored } = plan
      let done = unchanged
      const step = () => onProgress?.((done += 1), rows.length)

      await createCategories(req, plan.newCategories, categoryIds)
      for (const { row, id, changes } of updates) {
        const data = toData(changes, categoryIds)
        await atRow(row, () =>
          req.payload.update({ collection: 'obat', id, data, depth: 0, req, overrideAccess: true }),
        )
        step()
      }
      for (const row of creates) {
        await atRow(row, () => createObat(req, row, categoryIds))
        step()
      }
      return {
        created: creates.length,
        updated: updates.length,
        unchanged,
        stockIgnored,
        errors: [],
      }
    })
  } catch (error) {
    if (isNested || !(error instanceof RowsRefusedError)) throw error
    return refused(error.errors)
  }
}
