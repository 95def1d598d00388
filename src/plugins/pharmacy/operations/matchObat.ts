import type { ObatRow, RowError } from '../csv/types'

type Known = { id: number; name: string; sku?: string | null; barcode?: string | null }

export type Matched<T> = { row: ObatRow; obat: T | null }

const key = (text: string): string => text.toLowerCase()

const index = <T extends Known>(known: T[], field: 'name' | 'sku' | 'barcode'): Map<string, T> =>
  new Map(known.flatMap((obat) => (obat[field] ? [[key(obat[field]), obat] as const] : [])))

const nameOf = ({ name, sku }: Known): string => (sku ? `${name} (SKU ${sku})` : name)

/**
 * Finds for each row the obat it speaks of: by SKU, else by barcode. Letter case does not count.
 * @returns a pair for each row, and an error for each row that would take a name or barcode from
 *   another obat, or an obat from another row
 */
export const matchObat = <T extends Known>(
  rows: ObatRow[],
  known: T[],
): { matched: Matched<T>[]; errors: RowError[] } => {
  const bySku = index(known, 'sku')
  const byBarcode = index(known, 'barcode')
  const byName = index(known, 'name')
  const claims = new Map<number, number>()
  const errors: RowError[] = []

  const matched = rows.map((row): Matched<T> => {
    const refuse = (column: string, message: string) =>
      errors.push({ row: row.row, column, message })
    const holder = row.barcode === null ? undefined : byBarcode.get(key(row.barcode))
    const obat = (row.sku === null ? undefined : bySku.get(key(row.sku))) ?? holder ?? null
    if (holder && obat && holder.id !== obat.id) {
      refuse('barcode', `Barcode "${row.barcode}" sudah dipakai ${nameOf(holder)}.`)
    }
    const namesake = byName.get(key(row.name))
    const keepsName = obat !== null && key(obat.name) === key(row.name)
    if (namesake && !keepsName && namesake.id !== obat?.id) {
      refuse(
        'name',
        `Nama ini sudah dipakai ${nameOf(namesake)}; samakan SKU-nya atau ubah namanya.`,
      )
    }
    const earlier = obat ? claims.get(obat.id) : undefined
    if (obat && earlier !== undefined) {
      refuse('sku', `Baris ini dan baris ${earlier} menunjuk obat yang sama: ${nameOf(obat)}.`)
    }
    if (obat) claims.set(obat.id, row.row)
    return { row, obat }
  })
  return { matched, errors }
}
