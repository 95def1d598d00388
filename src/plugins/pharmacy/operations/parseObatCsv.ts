import { readHeader } from '../csv/columns'
import type { Column, Header } from '../csv/columns'
import { findDuplicates } from '../csv/duplicates'
import { obatRowSchema } from '../csv/rowSchema'
import { readTable } from '../csv/table'
import type { TableRow } from '../csv/table'
import type { ObatRow, RowError } from '../csv/types'

const MAX_ROWS = 20_000

type Cells = { row: number; cells: Partial<Record<Column, string>> }

const refuse = (...errors: RowError[]) => ({ rows: [], errors })

const place = (record: TableRow, header: Header): Cells => ({
  row: record.row,
  cells: Object.fromEntries(
    header.places.flatMap((column, index) => {
      const cell = record.cells[index]
      return column && cell !== undefined ? [[column, cell]] : []
    }),
  ),
})

/**
 * More cells than headings is an unquoted comma, and shifts all that follow. Fewer is no error:
 * Excel leaves empty cells at a row's end out.
 */
const tooManyCells = (record: TableRow, header: Header): RowError[] => {
  const width = header.places.length
  if (record.cells.slice(width).every((cell) => cell === '')) return []
  const message =
    `Baris ini berisi ${record.cells.length} sel, judulnya ${width}. ` +
    'Isi yang memuat tanda pemisah harus diapit tanda kutip (").'
  return [{ row: record.row, column: null, message }]
}

const readRow = ({ row, cells }: Cells, header: Header): ObatRow | RowError[] => {
  const parsed = obatRowSchema.safeParse(cells)
  const errors: RowError[] = (parsed.error?.issues ?? []).map((issue) => {
    const column = issue.path[0] as Column
    return { row, column: header.headings[column] ?? column, message: issue.message }
  })
  if (!cells.sku && !cells.barcode) {
    errors.push({ row, column: null, message: 'SKU atau barcode wajib diisi.' })
  }
  if (!parsed.success || errors.length > 0) return errors
  const { drug_class, requires_prescription, low_stock_threshold, bpom_number, ...same } =
    parsed.data
  return {
    row,
    ...same,
    drugClass: drug_class,
    requiresPrescription: requires_prescription,
    lowStockThreshold: low_stock_threshold,
    bpomNumber: bpom_number,
  }
}

/**
 * Reads a shop's list of obat from CSV text: comma or semicolon, with or without BOM, any line end.
 * Columns are those of `csv/columns.ts`; `name`, `price`, `drug_class` and one of `sku` and
 * `barcode` are needed. An empty cell says nothing (null).
 * @returns all rows, or every error found; with an error there are no rows, so that nobody loads
 *   half a list
 */
export const parseObatCsv = (text: string): { rows: ObatRow[]; errors: RowError[] } => {
  const { rows: records, error } = readTable(text)
  if (error) return refuse(error)
  const [first, ...body] = records
  if (!first) return refuse({ row: 1, column: null, message: 'Berkas ini kosong.' })
  const header = readHeader(first.cells, first.row)
  if (header.errors.length > 0) return refuse(...header.errors)
  if (body.length === 0) {
    return refuse({ row: first.row, column: null, message: 'Tidak ada obat di bawah judul.' })
  }
  if (body.length > MAX_ROWS) {
    const message = `Paling banyak ${MAX_ROWS.toLocaleString('id')} obat dalam satu berkas.`
    return refuse({ row: first.row, column: null, message })
  }

  const placed = body.map((record) => place(record, header))
  const read = placed.map((cells) => readRow(cells, header))
  const errors = [
    ...body.flatMap((record) => tooManyCells(record, header)),
    ...read.flatMap((result) => (Array.isArray(result) ? result : [])),
    ...findDuplicates(placed, header.headings),
  ].sort((a, b) => a.row - b.row)
  if (errors.length > 0) return refuse(...errors)
  return { rows: read.filter((result): result is ObatRow => !Array.isArray(result)), errors }
}
