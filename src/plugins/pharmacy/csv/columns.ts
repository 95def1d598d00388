import type { RowError } from './types'

/** Every column that a list may have, with the other headings under which shops keep it. */
const ALIASES = {
  name: ['nama', 'nama_obat'],
  sku: ['kode', 'kode_obat'],
  barcode: ['kode_batang'],
  category: ['kategori'],
  drug_class: ['golongan', 'golongan_obat'],
  requires_prescription: ['resep', 'wajib_resep'],
  price: ['harga', 'harga_jual'],
  unit: ['satuan'],
  stock: ['stok', 'stok_awal'],
  low_stock_threshold: ['stok_minimum', 'stok_minimal'],
  bpom_number: ['nomor_bpom', 'no_bpom', 'nie'],
  description: ['deskripsi', 'keterangan'],
  active: ['aktif'],
} as const

export type Column = keyof typeof ALIASES

export const COLUMNS = Object.keys(ALIASES) as Column[]

const REQUIRED: readonly Column[] = ['name', 'price', 'drug_class']

const BY_HEADING = new Map<string, Column>(
  COLUMNS.flatMap((column) => [column, ...ALIASES[column]].map((name) => [name, column] as const)),
)

const columnOf = (heading: string): Column | undefined =>
  BY_HEADING.get(heading.toLowerCase().replace(/[\s.-]+/g, '_'))

export type Header = {
  /** Which column stands at which place; null where the heading is empty. */
  places: (Column | null)[]
  /** How the file itself calls a column, for messages. */
  headings: Partial<Record<Column, string>>
  errors: RowError[]
}

const list = (columns: readonly Column[]): string => columns.join(', ')

/**
 * Reads the headings of a list. An unknown heading is an error, because a misspelt one would
 * otherwise drop its column in silence.
 * @param row the header's own number, for messages
 */
export const readHeader = (cells: string[], row: number): Header => {
  const header: Header = { places: [], headings: {}, errors: [] }
  for (const heading of cells) {
    const column = heading === '' ? null : (columnOf(heading) ?? null)
    header.places.push(column)
    if (heading !== '' && !column) {
      const message = `Kolom "${heading}" tidak dikenal. Kolom yang dikenal: ${list(COLUMNS)}.`
      header.errors.push({ row, column: heading, message })
    }
    if (!column) continue
    if (header.headings[column] !== undefined) {
      header.errors.push({ row, column: heading, message: `Kolom "${heading}" ada dua kali.` })
    }
    header.headings[column] = heading
  }
  const missing = REQUIRED.filter((column) => header.headings[column] === undefined)
  if (missing.length > 0) {
    header.errors.push({ row, column: null, message: `Kolom wajib belum ada: ${list(missing)}.` })
  }
  if (header.headings.sku === undefined && header.headings.barcode === undefined) {
    const message = 'Kolom sku atau barcode harus ada, agar obat dikenali saat diimpor lagi.'
    header.errors.push({ row, column: null, message })
  }
  return header
}
