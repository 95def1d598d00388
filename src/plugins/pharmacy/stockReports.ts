import { z } from 'zod'

import { delimiterQuery } from '@/lib/csv'

/** What the reports on stock take and answer: the endpoints parse with these, the panel is typed by them. */

const LIMIT_MAX = 100
const PAGE_MAX = 1_000_000
const DAYS_MAX = 366

/** A whole number of the query string. */
const whole = (name: string, max: number) =>
  z.coerce
    .number({ error: `${name} tidak valid.` })
    .int(`${name} tidak valid.`)
    .min(1, `${name} minimal 1.`)
    .max(max, `${name} maksimal ${max}.`)

const search = z
  .string()
  .max(200, 'search maksimal 200 huruf.')
  .default('')
  .describe('A part of the name, SKU or barcode.')

export const pageQuery = {
  page: whole('page', PAGE_MAX).default(1),
  limit: whole('limit', LIMIT_MAX).default(20),
}
const page = { ...pageQuery, search }

/** No shop has more obat: what a file holds. */
export const ALL_ROWS = { page: 1, limit: 100_000 }

export const exportQuery = {
  search,
  delimiter: delimiterQuery,
}

export const lowStockQuery = z.object(page)

export const SOLD_SORTS = ['sold', 'revenue', 'cover'] as const

/** What was sold in how many days, and the order of the list. */
export const soldPeriod = z.object({
  days: whole('days', DAYS_MAX)
    .default(30)
    .describe("Days of the clinic's calendar, today among them."),
  sort: z
    .enum(SOLD_SORTS, { error: 'sort tidak dikenal.' })
    .default('sold')
    .describe('`sold` and `revenue`: most first; `cover`: what runs out first.'),
})

export const soldQuery = soldPeriod.extend(page)

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    docs: z.array(row),
    totalDocs: z.int(),
    limit: z.int(),
    page: z.int(),
    totalPages: z.int(),
  })

export const stockedObat = z.object({
  id: z.int(),
  name: z.string(),
  sku: z.string().nullable(),
  unit: z.string().nullable(),
  stock: z.int(),
  lowStockThreshold: z.int(),
})

const lowStockRow = stockedObat.meta({ id: 'LowStock' })
export type LowStock = z.infer<typeof lowStockRow>
export const lowStockAnswer = pageOf(lowStockRow)

const soldRow = stockedObat
  .extend({
    active: z.boolean(),
    sold: z.int().describe('In units, without what was cancelled.'),
    revenue: z.int().describe('Whole rupiah, without what was cancelled.'),
    daysOfCover: z
      .number()
      .describe('How long the stock lasts at the average of these days, to a tenth of a day.'),
  })
  .meta({ id: 'SoldObat' })
export type SoldObat = z.infer<typeof soldRow>

export const soldAnswer = pageOf(soldRow).extend({
  days: z.int(),
  from: z.iso.datetime().describe("When the first day began, by the clinic's clock."),
  totalSold: z.int(),
  totalRevenue: z.int().describe('Whole rupiah, of all pages.'),
})
