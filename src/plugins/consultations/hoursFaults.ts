import { DateTime } from 'luxon'

import type { FieldErrors } from '@/lib/apiError'

import { MINUTES_PER_DAY, minutesOf } from './timeOfDay'

/** What clients sent as rows of `schedule` or `overrides`: anything. */
type Row = Record<string, unknown>
type Timed = { row: number; from: number; to: number }

const rowsOf = (value: unknown): Row[] =>
  Array.isArray(value)
    ? value.map((row: unknown) => (typeof row === 'object' && row !== null ? (row as Row) : {}))
    : []

/** `2026-02-30` is none. */
const isDate = (date: unknown): boolean =>
  typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) && DateTime.fromISO(date).isValid

/** Faults of one list of rows, by the path of the field that is at fault; rows are counted from 1. */
class Faults {
  readonly errors: FieldErrors = {}

  constructor(
    private readonly list: string,
    private readonly name: string,
  ) {}

  add(index: number, field: string, fault: string): void {
    const message = `${this.name} baris ${index + 1}: ${fault}`
    ;(this.errors[`${this.list}.${index}.${field}`] ??= []).push(message)
  }

  /** Start and end of a row; null where they are at fault. */
  timesOf(index: number, { startTime, endTime }: Row): Timed | null {
    const [from, to] = [minutesOf(startTime), minutesOf(endTime)]
    if (from === null || from === MINUTES_PER_DAY) {
      this.add(index, 'startTime', 'jam mulai harus berbentuk HH:MM.')
    }
    if (to === null) this.add(index, 'endTime', 'jam selesai harus berbentuk HH:MM.')
    if (from === null || from === MINUTES_PER_DAY || to === null) return null
    if (to > from) return { row: index, from, to }
    const fault =
      to === from
        ? 'jam selesai harus sesudah jam mulai.'
        : 'jam yang melewati tengah malam ditulis sebagai dua baris: sampai 24:00, lalu mulai 00:00 hari berikutnya.'
    this.add(index, 'endTime', fault)
    return null
  }

  /** Rows of one day that overlap; rows that touch do not. */
  checkOverlaps(rows: Timed[]): void {
    const sorted = [...rows].sort((left, right) => left.from - right.from)
    let longest: Timed | undefined
    for (const next of sorted) {
      if (longest && next.from < longest.to) {
        this.add(next.row, 'startTime', `jamnya bertumpuk dengan baris ${longest.row + 1}.`)
      }
      if (!longest || next.to > longest.to) longest = next
    }
  }
}

const groupBy = (rows: Row[], field: string): [number, Row][][] => {
  const groups = new Map<unknown, [number, Row][]>()
  for (const [index, row] of rows.entries()) {
    const group = groups.get(row[field]) ?? []
    group.push([index, row])
    groups.set(row[field], group)
  }
  return [...groups.values()]
}

const timed = (faults: Faults, group: [number, Row][]): Timed[] =>
  group.flatMap(([index, row]) => faults.timesOf(index, row) ?? [])

const scheduleFaults = (rows: Row[]): FieldErrors => {
  const faults = new Faults('schedule', 'Jadwal')
  for (const group of groupBy(rows, 'day')) faults.checkOverlaps(timed(faults, group))
  return faults.errors
}

const isClosed = ([, { closed }]: [number, Row]): boolean => closed === true

const overrideFaults = (rows: Row[]): FieldErrors => {
  const faults = new Faults('overrides', 'Tanggal khusus')
  for (const [index, { date }] of rows.entries()) {
    if (!isDate(date)) faults.add(index, 'date', 'tanggal harus berbentuk YYYY-MM-DD dan ada.')
  }
  for (const group of groupBy(rows, 'date')) {
    for (const [index, { startTime, endTime }] of group.filter(isClosed)) {
      if (startTime || endTime) faults.add(index, 'closed', 'hari libur tidak memiliki jam.')
      if (group.length > 1) faults.add(index, 'date', 'tanggal libur ditulis satu kali saja.')
    }
    const open = group.filter((one) => !isClosed(one))
    faults.checkOverlaps(timed(faults, open))
  }
  return faults.errors
}

/**
 * What is wrong with a doctor's hours, by the path of the field: times that are none, an end that does not
 * follow its beginning, rows of one day that overlap, dates that are none, hours of a closed date.
 */
export const hoursFaults = (schedule: unknown, overrides: unknown): FieldErrors => ({
  ...scheduleFaults(rowsOf(schedule)),
  ...overrideFaults(rowsOf(overrides)),
})
