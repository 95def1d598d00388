import type { PayloadRequest } from 'payload'

import { dayIn } from '@/lib/dayIn'

import type { DayMethodSales } from '../sales.sql'
import { countOpenPayments, sumSales } from '../sales.sql'
import type { DaySalesByMethod, Sales } from '../salesSchemas'

const DAY_MS = 24 * 60 * 60 * 1000
const WEEK = 7

/** Calendar days are counted where every day has 24 hours. */
const daysBefore = (date: string, count: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10)

const dayOf = (date: string, rows: DayMethodSales[]): DaySalesByMethod => {
  const day = { date, total: 0, count: 0, refunded: 0 }
  const byMethod = { cash: 0, qris: 0, bank_transfer: 0, online: 0 }
  for (const { method, taken, returned, count } of rows.filter((row) => row.date === date)) {
    day.total += taken - returned
    day.refunded += returned
    day.count += count
    byMethod[method] += taken - returned
  }
  return { ...day, byMethod }
}

/**
 * What was sold lately: money really taken (`paidAt`), on the day that it was taken, less money given
 * back (`refundedAt`), on the day that it went back. Days are the clinic's.
 * @param days how many, today included
 */
export const salesOverview = async (
  req: PayloadRequest,
  { days, now = new Date() }: { days: number; now?: Date },
): Promise<Sales> => {
  const zone = req.payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  const today = dayIn(zone, now)
  const from = daysBefore(today, Math.max(days - 1, WEEK))
  const rows = await sumSales(req, { zone, from, to: today })
  const dates = Array.from({ length: days }, (_, index) => daysBefore(today, days - 1 - index))
  return {
    today: dayOf(today, rows),
    yesterday: dayOf(daysBefore(today, 1), rows),
    lastWeek: dayOf(daysBefore(today, WEEK), rows),
    days: dates.map((date) => {
      const { total, count } = dayOf(date, rows)
      return { date, total, count }
    }),
    openPayments: await countOpenPayments(req),
  }
}
