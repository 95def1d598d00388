import type { Column } from './columns'
import type { RowError } from './types'

type Cells = { row: number; cells: Partial<Record<Column, string>> }

const UNIQUE = { sku: 'SKU', barcode: 'Barcode', name: 'Nama' } as const

/** Finds rows that repeat the SKU, barcode or name of an earlier row, whatever its letter case. */
export const findDuplicates = (
  rows: Cells[],
  headings: Partial<Record<Column, string>>,
): RowError[] =>
  (Object.keys(UNIQUE) as (keyof typeof UNIQUE)[]).flatMap((column) => {
    const first = new Map<string, number>()
    return rows.flatMap(({ row, cells }) => {
      const value = cells[column]
      if (!value) return []
      const key = value.toLowerCase()
      const earlier = first.get(key)
      if (earlier === undefined) {
        first.set(key, row)
        return []
      }
      const message = `${UNIQUE[column]} "${value}" sudah dipakai di baris ${earlier}.`
      return [{ row, column: headings[column] ?? column, message }]
    })
  })
