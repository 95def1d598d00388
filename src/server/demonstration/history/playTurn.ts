import type { Cast } from '../people'
import type { Random } from '../random'
import { MINUTE, momentOf, timesOf } from './clock'
import type { Past } from './past.sql'
import type { PlannedSale } from './plan'
import { playSale } from './playSale'
import { countAndClose, openShift } from './playShift'

export type Turn = { cashier: string; daysAgo: number; sales: PlannedSale[] }

/** What a whole month of turns has in common. */
export type Month = {
  cast: Cast
  random: Random
  midnight: Date
  totalOf: (sale: PlannedSale) => number
  past: Past
}

const PATIENTS = ['pasien@sehat.test', 'pasien2@sehat.test']
const PAY_OUT = { amount: 20_000, reason: 'Air minum galon' }
/** One drawer of so many is not what it should be. */
const MISSING = [0, 0, 0, 0, 0, 0, 500, 2000]

/** A cashier's turn at the drawer: opened, worked, and counted, unless it is today's. */
export const playTurn = async (
  { cast, random, midnight, totalOf, past }: Month,
  { cashier, daysAgo, sales }: Turn,
): Promise<void> => {
  const timed = sales.map((sale) => ({
    sale,
    times: timesOf(momentOf(midnight, daysAgo, sale.minute), sale),
  }))
  const [first] = timed
  if (!first) return
  const desk = cast(cashier)
  const shift = await openShift(desk, random.next() < 0.2 ? PAY_OUT : null)
  const openedAt = new Date(first.times.placedAt.getTime() - 10 * MINUTE)
  for (const { sale, times } of timed) {
    const patient = cast(random.pick(PATIENTS))
    const id = await playSale(sale, totalOf(sale), { desk, patient })
    past.orders.push({ id, ...times })
  }
  const last = Math.max(...timed.map(({ times }) => times.closedAt.getTime()))
  const closedAt = new Date(last + 5 * MINUTE)
  if (daysAgo > 0) await countAndClose(desk, shift.id, random.pick(MISSING))
  past.shifts.push({ id: shift.id, openedAt, closedAt })
  past.entries.push(
    ...shift.entries.map((id) => ({ id, at: new Date(openedAt.getTime() + 5 * MINUTE) })),
  )
}
