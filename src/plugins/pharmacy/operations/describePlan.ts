import { createHash } from 'node:crypto'

import type { RowError } from '../csv/types'
import type { ImportAnswer } from '../obatImport'
import { LISTED_MAX } from '../obatImport'
import type { ObatPlan } from './planObatImport'

type Described = Omit<ImportAnswer, 'applied'>
type Word = string | number | boolean | null

const NOTHING: Described = {
  fingerprint: '',
  created: 0,
  updated: 0,
  unchanged: 0,
  stockIgnored: 0,
  failed: 0,
  newCategories: [],
  creates: [],
  updates: [],
  errors: [],
}

/** The same for two plans that do the same. */
export const fingerprintOf = ({ creates, updates, newCategories }: ObatPlan): string => {
  const done = {
    creates,
    updates: updates.map(({ id, before, changes }) => ({ id, before, changes })),
    newCategories: newCategories.map(({ name }) => name),
  }
  return createHash('sha256').update(JSON.stringify(done)).digest('hex')
}

/** A list that cannot be imported, and why. */
export const describeErrors = (errors: RowError[]): Described => ({
  ...NOTHING,
  failed: errors.length,
  errors: errors.slice(0, LISTED_MAX),
})

/** What an import would do, or has done. */
export const describePlan = (plan: ObatPlan): Described => {
  if (plan.errors.length > 0) return describeErrors(plan.errors)
  return {
    ...NOTHING,
    fingerprint: fingerprintOf(plan),
    created: plan.creates.length,
    updated: plan.updates.length,
    unchanged: plan.unchanged,
    stockIgnored: plan.stockIgnored,
    newCategories: plan.newCategories.map(({ name }) => name),
    creates: plan.creates
      .slice(0, LISTED_MAX)
      .map(({ row, name, sku, price, stock }) => ({ row, name, sku, price, stock: stock ?? 0 })),
    updates: plan.updates.slice(0, LISTED_MAX).map(({ row, id, name, changes, before }) => ({
      row: row.row,
      id,
      name,
      fields: Object.entries(changes).map(([field, to]) => ({
        field,
        from: (before[field] ?? null) as Word,
        to,
      })),
    })),
  }
}
