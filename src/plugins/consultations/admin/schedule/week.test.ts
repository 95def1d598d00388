import { describe, expect, it } from 'vitest'

import type { HoursRow } from './week'
import { bodyOf, faultsByRow, newHours, placeOf, shownHours, tidyTime, weekOf } from './week'

const hours = (day: HoursRow['day'], startTime: string, endTime: string): HoursRow => ({
  key: `${day} ${startTime}`,
  day,
  startTime,
  endTime,
})

describe('tidyTime', () => {
  it.each([
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    [' 8:05 ', '08:05'],
    ['24', '24:00'],
    ['24:30', '24:30'],
    ['25', '25'],
    ['8:60', '8:60'],
    ['pagi', 'pagi'],
    ['', ''],
  ])('reads %s as %s', (typed, tidied) => expect(tidyTime(typed)).toBe(tidied))
})

describe('a week', () => {
  const stored = {
    schedule: [
      { id: 'b', day: 'tuesday' as const, startTime: '13:00', endTime: '17:00' },
      { id: 'a', day: 'tuesday' as const, startTime: '08:00', endTime: '12:00' },
      { id: 'c', day: 'monday' as const, startTime: '20:00', endTime: '24:00' },
    ],
    overrides: [{ id: 'd', date: '2026-12-25', closed: true, startTime: null, endTime: null }],
  }

  it('is shown and sent in the order of days and times', () => {
    const week = weekOf(stored)
    expect(week.hours.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    const { schedule, overrides } = bodyOf(week)
    expect(schedule.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(schedule[0]).toEqual({ id: 'c', day: 'monday', startTime: '20:00', endTime: '24:00' })
    expect(overrides).toEqual(stored.overrides)
  })

  it('knows which row a fault is of, in the order that was sent', () => {
    const week = weekOf(stored)
    const late = { ...week, hours: [hours('sunday', 'x', ''), ...week.hours] }
    const fault = (path: string) => ({ path, message: path })
    const faults = ['schedule.3.startTime', 'schedule.3.endTime', 'overrides.0.date', 'name']
    expect(faultsByRow(late, faults.map(fault))).toEqual({
      'sunday x': ['schedule.3.startTime', 'schedule.3.endTime'],
      d: ['overrides.0.date'],
    })
  })
})

describe('new hours', () => {
  it('follow those of the day, if there is room', () => {
    const of = (rows: HoursRow[]) => {
      const { startTime, endTime } = newHours(rows, 'monday')
      return [startTime, endTime]
    }
    expect(of([])).toEqual(['08:00', '12:00'])
    expect(of([hours('monday', '08:00', '12:00')])).toEqual(['13:00', '17:00'])
    expect(of([hours('monday', '08:00', '21:30')])).toEqual(['22:30', '24:00'])
    expect(of([hours('monday', '08:00', '24:00')])).toEqual(['08:00', '12:00'])
    expect(of([hours('tuesday', '08:00', '12:00')])).toEqual(['08:00', '12:00'])
  })
})

describe('the picture', () => {
  it('shows the day, and the night where it is worked', () => {
    expect(shownHours([])).toEqual([6, 22])
    expect(shownHours([hours('monday', '00:00', '24:00')])).toEqual([0, 24])
    expect(shownHours([hours('monday', '05:30', '22:15'), hours('monday', 'x', '')])).toEqual([
      5, 23,
    ])
  })

  it('puts hours where the clock has them', () => {
    expect(placeOf(hours('monday', '08:00', '12:00'), [0, 24])).toEqual({
      top: (8 / 24) * 100,
      height: (4 / 24) * 100,
    })
    expect(placeOf(hours('monday', '12:00', '08:00'), [0, 24])).toBeNull()
    expect(placeOf(hours('monday', '12', ''), [0, 24])).toBeNull()
  })
})
