import { z } from 'zod'

const SALES_DAYS_MAX = 366
const SALES_DAYS = 30

/** `GET /api/orders/sales`. */
export const salesQuery = z.object({
  days: z.coerce
    .number({ error: 'days tidak valid.' })
    .int('days tidak valid.')
    .min(1, 'days minimal 1.')
    .max(SALES_DAYS_MAX, `days maksimal ${SALES_DAYS_MAX}.`)
    .default(SALES_DAYS)
    .describe('How many days, today included.'),
})

const day = {
  date: z.string().describe("The clinic's calendar day: `2026-11-21`."),
  total: z.int().describe('Whole rupiah: what was taken that day, less what went back that day.'),
  count: z.int().min(0).describe('Orders paid that day.'),
}

const daySales = z.object(day).meta({ id: 'DaySales' })
export type DaySales = z.infer<typeof daySales>

const dayByMethod = z
  .object({
    ...day,
    refunded: z.int().min(0).describe('What went back that day.'),
    byMethod: z
      .object({ cash: z.int(), qris: z.int(), bank_transfer: z.int(), online: z.int() })
      .describe(
        'The total by how the money came; `cod` is cash, `online` was paid through the gateway.',
      ),
  })
  .meta({ id: 'DaySalesByMethod' })
export type DaySalesByMethod = z.infer<typeof dayByMethod>

export const salesAnswer = z
  .object({
    today: dayByMethod,
    yesterday: dayByMethod,
    lastWeek: dayByMethod.describe('The same day of the week, a week ago.'),
    days: z.array(daySales).describe('Oldest first, today last; days without sales are 0.'),
    openPayments: z.object({
      count: z.int().min(0).describe('Pending orders whose money nobody has taken yet.'),
      oldestAt: z.iso.datetime().nullable().describe('When the oldest of them was placed.'),
    }),
  })
  .meta({ id: 'Sales' })
export type Sales = z.infer<typeof salesAnswer>
