import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'

export type Cell = string | number | null

/** Spreadsheets read commas or semicolons, as the country has it. */
const DELIMITERS = [',', ';'] as const
export type Delimiter = (typeof DELIMITERS)[number]
export const delimiterQuery = z.enum(DELIMITERS, { error: 'delimiter tidak dikenal.' }).default(',')

/** Tells spreadsheets that a file is UTF-8. */
export const BOM = '\ufeff'

/** Ends a record, and stands nowhere else: whoever reads a stream can count the rows. */
const END_OF_RECORD = '\r\n'

/** What some spreadsheets calculate although blanks stand before it. */
const HIDDEN_FORMULA = /^\s+[=+\-@\uff1d\uff0b\uff0d\uff20]/

const safe = (cell: Cell): Cell => {
  if (typeof cell !== 'string') return cell
  const text = cell.replace(/\r\n?/g, '\n')
  return HIDDEN_FORMULA.test(text) ? `'${text}` : text
}

/** Where semicolons stand between cells, numbers have a decimal comma: `2.5` would be read as a day. */
const decimal = (value: number, delimiter: Delimiter): string =>
  delimiter === ';' ? String(value).replace('.', ',') : String(value)

/**
 * Rows as CSV. Text that a spreadsheet would calculate gets an apostrophe before it; numbers stay
 * numbers, negative ones too.
 */
export const csvOf = (rows: readonly (readonly Cell[])[], delimiter: Delimiter): string =>
  stringify(
    rows.map((row) => row.map(safe)),
    {
      delimiter,
      record_delimiter: END_OF_RECORD,
      escape_formulas: true,
      cast: { number: (value) => decimal(value, delimiter) },
    },
  )

/** The headers of an answer that a browser saves as a file. */
export const csvHeaders = (filename: string): Record<string, string> => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${filename}"`,
})
