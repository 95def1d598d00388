import { DateTime } from 'luxon'

import type { Day } from './constants'
import { DAYS, WEEKS_AHEAD } from './constants'
import { MINUTES_PER_DAY, minutesOf } from './timeOfDay'

/** Hours as they are stored; `24:00` is the day's end. */
type Times = { startTime?: string | null; endTime?: string | null }

/** When a doctor works: each week, and on dates that differ from it. */
export type Hours = {
  schedule?: (Times & { day: Day })[] | null
  overrides?: (Times & { date: string; closed?: boolean | null })[] | null
}

/** From, and up to but not including; milliseconds since 1970. */
type Span = { start: number; end: number }

const DAYS_AHEAD = 7 * WEEKS_AHEAD
const MINUTES_PER_HOUR = 60

/** What the clock of the zone shows so; a time that it skips when it is set forward comes as much later. */
const momentAt = (date: DateTime, minutes: number): number =>
  minutes === MINUTES_PER_DAY
    ? date.plus({ days: 1 }).startOf('day').toMillis()
    : date
        .set({ hour: Math.floor(minutes / MINUTES_PER_HOUR), minute: minutes % MINUTES_PER_HOUR })
        .toMillis()

const timesOn = ({ schedule, overrides }: Hours, date: DateTime): Times[] => {
  const day = date.toISODate()
  const others = overrides?.filter((one) => one.date === day) ?? []
  if (others.length > 0) return others.filter(({ closed }) => !closed)
  const name = DAYS[date.weekday - 1]
  return schedule?.filter((one) => one.day === name) ?? []
}

const spansOn = (hours: Hours, date: DateTime): Span[] => {
  const spans: Span[] = []
  for (const { startTime, endTime } of timesOn(hours, date)) {
    const [from, to] = [minutesOf(startTime), minutesOf(endTime)]
    if (from === null || to === null) continue
    const span = { start: momentAt(date, from), end: momentAt(date, to) }
    if (span.start < span.end) spans.push(span)
  }
  return spans.sort((left, right) => left.start - right.start)
}

/** Hours without a break, from the day before a moment; rows that touch are one, over midnight too. */
function* runsFrom(hours: Hours, moment: Date, zone: string, days: number): Generator<Span> {
  const first = DateTime.fromJSDate(moment, { zone }).startOf('day').minus({ days: 1 })
  let run: Span | null = null
  for (let day = 0; day <= days; day += 1) {
    // Not step by step: a day whose midnight is skipped would move all that follow.
    for (const span of spansOn(hours, first.plus({ days: day }).startOf('day'))) {
      if (run && span.start <= run.end) {
        run = { start: run.start, end: Math.max(run.end, span.end) }
        continue
      }
      if (run) yield run
      run = span
    }
  }
  if (run) yield run
}

/** Yesterday, today, and tomorrow: no row is longer than its day. */
const AROUND_DAYS = 2

/** Whether a doctor works at a moment. @param zone the clinic's, an IANA name */
export const isOnDuty = (hours: Hours, moment: Date, zone: string): boolean => {
  const time = moment.getTime()
  for (const { start, end } of runsFrom(hours, moment, zone, AROUND_DAYS)) {
    if (start <= time && time < end) return true
    if (start > time) return false
  }
  return false
}

/**
 * When a doctor begins to work next, after a moment: a beginning that joins what goes on before it is none.
 * @returns null when there is none within `WEEKS_AHEAD` weeks
 */
export const nextBeginning = (hours: Hours, moment: Date, zone: string): Date | null => {
  const time = moment.getTime()
  for (const { start } of runsFrom(hours, moment, zone, DAYS_AHEAD + 1)) {
    if (start > time) return new Date(start)
  }
  return null
}
