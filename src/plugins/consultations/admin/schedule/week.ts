import type { Doctor } from '@/payload-types'

import type { Day } from '../../constants'
import { DAYS } from '../../constants'
import { MINUTES_PER_DAY, minutesOf } from '../../timeOfDay'

/** Hours of each week, as they are typed. `key` names a row in this window, `id` in the database. */
export type HoursRow = { key: string; id?: string; day: Day; startTime: string; endTime: string }
/** A date that differs. */
export type DateRow = {
  key: string
  id?: string
  date: string
  closed: boolean
  startTime: string
  endTime: string
}
export type Week = { hours: HoursRow[]; dates: DateRow[] }

type Stored = Pick<Doctor, 'schedule' | 'overrides'>

const rowKey = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-')

const known = (id: string | null | undefined): { key: string; id?: string } =>
  id ? { key: id, id } : { key: rowKey() }

const byTime = (one: { startTime: string }, other: { startTime: string }): number =>
  one.startTime.localeCompare(other.startTime)

/** A doctor's hours, the days and times in their order. */
export const weekOf = ({ schedule, overrides }: Stored): Week => {
  const hours = (schedule ?? []).map(({ id, day, startTime, endTime }): HoursRow => ({
    ...known(id),
    day,
    startTime: startTime ?? '',
    endTime: endTime ?? '',
  }))
  const dates = (overrides ?? []).map(({ id, date, closed, startTime, endTime }): DateRow => ({
    ...known(id),
    date,
    closed: closed === true,
    startTime: startTime ?? '',
    endTime: endTime ?? '',
  }))
  return {
    hours: hours.sort((one, other) => {
      return DAYS.indexOf(one.day) - DAYS.indexOf(other.day) || byTime(one, other)
    }),
    dates: dates.sort((one, other) => one.date.localeCompare(other.date) || byTime(one, other)),
  }
}

/** The rows as the page shows them, day by day; they are sent, and counted, in this order. */
export const inOrder = (hours: HoursRow[]): HoursRow[] =>
  DAYS.flatMap((day) => hours.filter((row) => row.day === day))

/** What is sent to save it. */
export const bodyOf = ({ hours, dates }: Week) => ({
  schedule: inOrder(hours).map(({ key: _key, ...row }) => row),
  overrides: dates.map(({ key: _key, closed, startTime, endTime, ...row }) => ({
    ...row,
    closed,
    startTime: closed ? null : startTime,
    endTime: closed ? null : endTime,
  })),
})

/**
 * The faults that the server found, by the row's key.
 * @param faults their paths as sent: `schedule.0.endTime`
 */
export const faultsByRow = (
  { hours, dates }: Week,
  faults: readonly { path: string; message: string }[],
): Record<string, string[]> => {
  const rows: Record<string, readonly { key: string }[]> = {
    schedule: inOrder(hours),
    overrides: dates,
  }
  const found: Record<string, string[]> = {}
  for (const { path, message } of faults) {
    const [list = '', index] = path.split('.')
    const key = rows[list]?.[Number(index)]?.key
    if (key) (found[key] ??= []).push(message)
  }
  return found
}

const pad = (number: number): string => String(number).padStart(2, '0')

/** A time as people type it, `8`, `8.30`, `0830`, as it is stored: `08:30`. What is none stays as typed. */
export const tidyTime = (typed: string): string => {
  const text = typed.trim()
  const parts = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(text)
  if (!parts) return text
  const tidied = `${pad(Number(parts[1]))}:${parts[2] ?? '00'}`
  return minutesOf(tidied) === null ? text : tidied
}

const MORNING = 8 * 60
const LENGTH = 4 * 60

const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

/** New hours of a day: after its last ones, while the day has room, else in the morning. */
export const newHours = (hours: HoursRow[], day: Day): HoursRow => {
  const ends = hours.filter((row) => row.day === day).map(({ endTime }) => minutesOf(endTime) ?? 0)
  const last = Math.max(0, ...ends)
  const start = last === 0 || last + 60 >= MINUTES_PER_DAY ? MORNING : last + 60
  const end = Math.min(start + LENGTH, MINUTES_PER_DAY)
  return { key: rowKey(), day, startTime: clock(start), endTime: clock(end) }
}

/** A closed date, to be told which. */
export const newDate = (): DateRow => ({
  key: rowKey(),
  date: '',
  closed: true,
  startTime: '08:00',
  endTime: '12:00',
})

/** The hours of a day that the picture shows, `[6, 22]` and whatever is planned outside of that. */
export const shownHours = (hours: HoursRow[]): [from: number, to: number] => {
  const times = hours.flatMap(({ startTime, endTime }) => {
    return [minutesOf(startTime), minutesOf(endTime)].filter((time) => time !== null)
  })
  return [Math.floor(Math.min(6 * 60, ...times) / 60), Math.ceil(Math.max(22 * 60, ...times) / 60)]
}

/** Where a block stands in the picture, in percent of its height; null while its times are none. */
export const placeOf = (
  { startTime, endTime }: HoursRow,
  [from, to]: [number, number],
): { top: number; height: number } | null => {
  const [start, end] = [minutesOf(startTime), minutesOf(endTime)]
  if (start === null || end === null || end <= start) return null
  const whole = (to - from) * 60
  return { top: ((start - from * 60) / whole) * 100, height: ((end - start) / whole) * 100 }
}
