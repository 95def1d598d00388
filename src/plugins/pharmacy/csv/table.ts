import { CsvError, parse } from 'csv-parse/sync'

import type { RowError } from './types'

/** A row of the file; `row` counts blank rows and the header, as a spreadsheet does. */
export type TableRow = { row: number; cells: string[] }

const INVISIBLE = /[\u200b\u200e\u200f\u2060\ufeff]/g

const clean = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

/** Spreadsheets set to Indonesian save with semicolons, others with commas. */
const delimiterOf = (text: string): ',' | ';' => {
  const firstLine = /^.*\S.*$/m.exec(text)?.[0] ?? ''
  return firstLine.split(';').length > firstLine.split(',').length ? ';' : ','
}

const messageOf = (error: CsvError): string =>
  error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'Tanda kutip (") dibuka tetapi tidak ditutup.'
    : 'Tanda kutip (") salah letak. Simpan lagi berkas ini sebagai CSV dari aplikasi lembar kerja.'

/**
 * Splits CSV text into rows of clean cells; rows without any content are left out, but counted.
 * @returns the rows, or the one error that makes the text unreadable as CSV
 */
export const readTable = (text: string): { rows: TableRow[]; error: RowError | null } => {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
    })
    const rows = records
      .map((cells, index) => ({ row: index + 1, cells: cells.map(clean) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
    return { rows, error: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const finished = typeof error.records === 'number' ? error.records : 0
    return { rows: [], error: { row: finished + 1, column: null, message: messageOf(error) } }
  }
}
