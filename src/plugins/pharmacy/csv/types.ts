import type { DRUG_CLASSES } from '../constants'

/**
 * One obat as a list has it. `null` means that the list says nothing there: a new obat gets the
 * default, an existing one keeps what it has.
 */
export type ObatRow = {
  /** The row's number as a spreadsheet shows it; the header usually is 1. */
  row: number
  name: string
  sku: string | null
  barcode: string | null
  category: string | null
  drugClass: (typeof DRUG_CLASSES)[number]
  requiresPrescription: boolean | null
  /** Whole rupiah for one `unit`. */
  price: number
  unit: string | null
  /** Opening stock, in units; counts only for an obat that does not exist yet. */
  stock: number | null
  lowStockThreshold: number | null
  bpomNumber: string | null
  /** Plain text; each line is a paragraph. */
  description: string | null
  active: boolean | null
}

/** What is wrong where; `column` is the heading as the file has it, null for the whole row. */
export type RowError = { row: number; column: string | null; message: string }
