import type { PastOrder } from './past.sql'
import type { PlannedSale } from './plan'

export const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The moment of a minute of the clinic's day, so many days before the one that began at `midnight`. */
export const momentOf = (midnight: Date, daysAgo: number, minute: number): Date =>
  new Date(midnight.getTime() - daysAgo * DAY + minute * MINUTE)

/** When a sale was placed, paid and over. */
export const timesOf = (at: Date, { isOnline, method }: PlannedSale): Omit<PastOrder, 'id'> => {
  const later = (minutes: number) => new Date(at.getTime() + minutes * MINUTE)
  if (!isOnline) return { placedAt: at, paidAt: at, closedAt: later(2) }
  // Money at the door comes with the goods.
  return { placedAt: at, paidAt: later(method === 'cod' ? 90 : 25), closedAt: later(90) }
}
