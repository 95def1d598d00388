import type { Obat } from '@/payload-types'

import { toEditorState, toPlainText } from '../csv/description'
import type { ObatRow } from '../csv/types'

const FIELDS = [
  'name',
  'sku',
  'barcode',
  'category',
  'drugClass',
  'requiresPrescription',
  'price',
  'unit',
  'lowStockThreshold',
  'bpomNumber',
  'description',
  'active',
] as const

/** An obat in a list's words: the category by name, the description as plain text; never its stock. */
export type ObatWords = Partial<Pick<ObatRow, (typeof FIELDS)[number]>>

const said = (row: ObatRow): ObatWords =>
  Object.fromEntries(FIELDS.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]])))

/** What a new obat gets from its row. Keras asks for a prescription unless the list says otherwise. */
export const wordsOf = (row: ObatRow): ObatWords => ({
  requiresPrescription: row.drugClass === 'keras',
  ...said(row),
})

/**
 * Where a row differs from the stored obat; empty cells never do.
 * @param category the name of the stored obat's category, or null
 */
export const changesOf = (row: ObatRow, stored: Obat, category: string | null): ObatWords => {
  const becomesKeras = row.drugClass === 'keras' && stored.drugClass !== 'keras'
  const words = { ...(becomesKeras ? { requiresPrescription: true } : {}), ...said(row) }
  const isSame: { [Name in keyof ObatWords]?: (word: never) => boolean } = {
    category: (name: string) => name.toLowerCase() === category?.toLowerCase(),
    description: (text: string) =>
      toPlainText(toEditorState(text)) === toPlainText(stored.description),
  }
  return Object.fromEntries(
    Object.entries(words).filter(([name, word]) => {
      const same = isSame[name as keyof ObatWords]
      return same ? !same(word as never) : word !== stored[name as keyof Obat]
    }),
  )
}

/** What a stored obat says now where changes would say something else; null where it says nothing. */
export const wordsBefore = (
  changes: ObatWords,
  stored: Obat,
  category: string | null,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(changes).map((name) => {
      if (name === 'category') return [name, category]
      if (name === 'description') return [name, toPlainText(stored.description) || null]
      return [name, stored[name as keyof Obat] ?? null]
    }),
  )
