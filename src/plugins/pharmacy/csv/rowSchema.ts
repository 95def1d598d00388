import { z } from 'zod'

import { DRUG_CLASSES } from '../constants'
import { isMangledBarcode, isValidEan13 } from './barcode'
import { parseCount, parseRupiah } from './numbers'

const MAX_RUPIAH = 1_000_000_000
const MAX_COUNT = 1_000_000
const MAX_DESCRIPTION = 5_000

/** C0 controls but the line feed, which a description may have, and the replacement character. */
// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0009\u000b-\u001f\u007f\ufffd]/

const readable = z
  .string()
  .default('')
  .refine((cell) => !UNREADABLE.test(cell), {
    error: 'Ada huruf yang tidak terbaca. Simpan berkas sebagai CSV UTF-8.',
    abort: true,
  })

const line = (max: number) =>
  readable
    .transform((cell) => cell.replace(/\s+/g, ' '))
    .refine((cell) => cell.length <= max, { error: `Paling banyak ${max} huruf.` })

const optional = (max: number) => line(max).transform((cell) => (cell === '' ? null : cell))

/** A cell that must be understood by `read`; an empty one says nothing. */
const understood = <T>(read: (cell: string) => T | null, explain: (cell: string) => string) =>
  line(100).transform((cell, context): T | null => {
    if (cell === '') return null
    const value = read(cell)
    if (value === null) context.addIssue({ code: 'custom', message: explain(cell) })
    return value
  })

const required = <T>(field: z.ZodType<T | null, string | undefined>, message: string) =>
  field.transform((value, context): T => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const count = understood(
  (cell) => {
    const value = parseCount(cell)
    return value !== null && value <= MAX_COUNT ? value : null
  },
  (cell) => `"${cell}" harus bilangan bulat dari 0, misalnya 1200 atau 1.200.`,
)

const rupiah = understood(
  (cell) => {
    const value = parseRupiah(cell)
    return value !== null && value <= MAX_RUPIAH ? value : null
  },
  (cell) => `"${cell}" tidak jelas. Tulis rupiah utuh, misalnya 12500, 12.500 atau Rp 12.500.`,
)

const WORDS = new Map<string, boolean>([
  ...['ya', 'y', 'yes', 'true', 'benar', '1'].map((word) => [word, true] as const),
  ...['tidak', 'tdk', 't', 'no', 'n', 'false', 'salah', '0'].map((word) => [word, false] as const),
])

const yesNo = understood(
  (cell) => WORDS.get(cell.toLowerCase()) ?? null,
  (cell) => `"${cell}" harus ya atau tidak.`,
)

const drugClass = understood(
  (cell) => {
    const word = cell
      .toLowerCase()
      .replace(/^obat\s+/, '')
      .replace(/[\s_]+/g, '-')
    return DRUG_CLASSES.find((known) => known === word) ?? null
  },
  (cell) => `"${cell}" bukan golongan yang dikenal: ${DRUG_CLASSES.join(', ')}.`,
)

const barcode = optional(64).superRefine((cell, context) => {
  if (cell === null) return
  const fault = isMangledBarcode(cell)
    ? `"${cell}" sudah dibulatkan oleh lembar kerja. Jadikan kolom ini teks, lalu isi lagi.`
    : !/^[0-9A-Za-z-]{4,32}$/.test(cell)
      ? `"${cell}" harus 4 sampai 32 angka, huruf atau tanda hubung.`
      : /^\d{13}$/.test(cell) && !isValidEan13(cell)
        ? `"${cell}" bukan EAN-13: angka terakhirnya tidak cocok.`
        : null
  if (fault) context.addIssue({ code: 'custom', message: fault })
})

/** One row of a list, keyed by the column's English name; cells are trimmed text. */
export const obatRowSchema = z.object({
  name: required(optional(200), 'Nama wajib diisi.'),
  sku: optional(64),
  barcode,
  category: optional(100),
  drug_class: required(drugClass, `Golongan wajib diisi: ${DRUG_CLASSES.join(', ')}.`),
  requires_prescription: yesNo,
  price: required(rupiah, 'Harga wajib diisi.'),
  unit: optional(32),
  stock: count,
  low_stock_threshold: count,
  bpom_number: optional(64),
  description: readable
    .refine((cell) => cell.length <= MAX_DESCRIPTION, {
      error: `Paling banyak ${MAX_DESCRIPTION} huruf.`,
    })
    .transform((cell) => (cell === '' ? null : cell)),
  active: yesNo,
})
