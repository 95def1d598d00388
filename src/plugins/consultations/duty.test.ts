import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'

import type { Hours } from './duty'
import { isOnDuty, nextBeginning } from './duty'
import { DAYS } from './constants'

const JAKARTA = 'Asia/Jakarta'

const at = (local: string, zone = JAKARTA): Date => DateTime.fromISO(local, { zone }).toJSDate()
const local = (moment: Date | null, zone = JAKARTA): string | null =>
  moment && DateTime.fromJSDate(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")

/** 2026-11-23 is a Monday. */
const office: Hours = {
  schedule: [
    { day: 'monday', startTime: '08:00', endTime: '12:00' },
    { day: 'monday', startTime: '13:00', endTime: '17:00' },
    { day: 'wednesday', startTime: '22:00', endTime: '24:00' },
    { day: 'thursday', startTime: '00:00', endTime: '02:00' },
  ],
}
const always: Hours = {
  schedule: DAYS.map((day) => ({ day, startTime: '00:00', endTime: '24:00' })),
}

describe('on duty', () => {
  it.each([
    ['2026-11-23T07:59:59.999', false],
    ['2026-11-23T08:00', true],
    ['2026-11-23T11:59:59.999', true],
    ['2026-11-23T12:00', false],
    ['2026-11-23T13:00', true],
    ['2026-11-23T17:00', false],
    ['2026-11-24T10:00', false],
    ['2026-11-25T23:59:59.999', true],
    ['2026-11-26T00:00', true],
    ['2026-11-26T01:59', true],
    ['2026-11-26T02:00', false],
  ])('%s: %s', (moment, expected) => {
    expect(isOnDuty(office, at(moment), JAKARTA)).toBe(expected)
  })

  it('goes by the clinic’s clock, whatever the server’s is', () => {
    const moment = new Date('2026-11-23T01:30:00Z')
    expect(isOnDuty(office, moment, 'Asia/Jakarta')).toBe(true) // 08:30
    expect(isOnDuty(office, moment, 'UTC')).toBe(false) // 01:30
    expect(isOnDuty(office, moment, 'Asia/Jayapura')).toBe(true) // 10:30
    expect(isOnDuty(office, moment, 'America/New_York')).toBe(false) // Sunday, 20:30
  })

  it('goes by the dates that differ, instead of the week', () => {
    const hours: Hours = {
      ...office,
      overrides: [
        { date: '2026-11-23', closed: true },
        { date: '2026-11-24', startTime: '09:00', endTime: '10:00' },
        { date: '2026-11-24', startTime: '20:00', endTime: '24:00' },
        { date: '2026-11-26', startTime: '05:00', endTime: '06:00' },
      ],
    }
    const isOn = (moment: string) => isOnDuty(hours, at(moment), JAKARTA)
    expect(isOn('2026-11-23T09:00')).toBe(false)
    expect(isOn('2026-11-24T09:30')).toBe(true)
    expect(isOn('2026-11-24T12:00')).toBe(false)
    expect(isOn('2026-11-24T23:59')).toBe(true)
    // Wednesday's hours end at midnight then: Thursday has others.
    expect(isOn('2026-11-25T23:30')).toBe(true)
    expect(isOn('2026-11-26T00:30')).toBe(false)
    expect(isOn('2026-11-26T05:30')).toBe(true)
    expect(isOn('2026-11-30T09:00')).toBe(true)
  })

  it('is never without hours, and always with all of them', () => {
    expect(isOnDuty({}, new Date(), JAKARTA)).toBe(false)
    expect(isOnDuty({ schedule: null, overrides: null }, new Date(), JAKARTA)).toBe(false)
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(JAKARTA, 'UTC', 'Africa/Cairo', 'America/Santiago', 'Australia/Lord_Howe'),
        (moment, zone) => isOnDuty(always, moment, zone),
      ),
    )
  })
})

describe('the next beginning', () => {
  it.each([
    ['2026-11-23T07:00', '2026-11-23T08:00'],
    ['2026-11-23T08:00', '2026-11-23T13:00'],
    ['2026-11-23T12:30', '2026-11-23T13:00'],
    ['2026-11-23T17:00', '2026-11-25T22:00'],
    // What goes on over midnight begins once.
    ['2026-11-25T23:00', '2026-11-30T08:00'],
    ['2026-11-26T02:00', '2026-11-30T08:00'],
  ])('after %s: %s', (moment, expected) => {
    expect(local(nextBeginning(office, at(moment), JAKARTA))).toBe(expected)
  })

  it('knows the dates that differ, and joins rows over midnight with them', () => {
    const hours: Hours = {
      overrides: [
        { date: '2026-12-24', startTime: '20:00', endTime: '24:00' },
        { date: '2026-12-25', startTime: '00:00', endTime: '04:00' },
        { date: '2026-12-25', startTime: '04:00', endTime: '05:00' },
        { date: '2026-12-26', startTime: '10:00', endTime: '11:00' },
      ],
    }
    expect(local(nextBeginning(hours, at('2026-11-23T07:00'), JAKARTA))).toBe('2026-12-24T20:00')
    expect(local(nextBeginning(hours, at('2026-12-24T21:00'), JAKARTA))).toBe('2026-12-26T10:00')
    expect(nextBeginning(hours, at('2026-12-26T10:00'), JAKARTA)).toBeNull()
  })

  it('is none where nothing comes within some weeks, or nothing ends', () => {
    const far: Hours = { overrides: [{ date: '2027-06-01', startTime: '08:00', endTime: '09:00' }] }
    expect(nextBeginning(far, at('2026-11-23T07:00'), JAKARTA)).toBeNull()
    expect(nextBeginning({}, new Date(), JAKARTA)).toBeNull()
    expect(nextBeginning(always, new Date(), JAKARTA)).toBeNull()
  })
})

describe('where clocks are changed', () => {
  const BERLIN = 'Europe/Berlin'
  const night: Hours = { schedule: [{ day: 'sunday', startTime: '01:00', endTime: '04:00' }] }
  const length = (day: string): number => {
    let minutes = 0
    for (let time = at(`${day}T00:00`, BERLIN).getTime(), end = time + 6 * 3_600_000; time < end;)
      minutes += isOnDuty(night, new Date((time += 60_000)), BERLIN) ? 1 : 0
    return minutes
  }

  it('lasts from the one time that the clock shows to the other', () => {
    expect(length('2026-11-01')).toBe(180)
    expect(length('2026-03-29')).toBe(120) // 02:00 is 03:00
    expect(length('2026-10-25')).toBe(240) // 03:00 is 02:00 again
  })

  it('joins over a midnight that does not exist', () => {
    const hours: Hours = {
      schedule: [
        { day: 'thursday', startTime: '22:00', endTime: '24:00' },
        { day: 'friday', startTime: '00:00', endTime: '03:00' },
      ],
    }
    // Cairo: the clocks go from Thursday, 24:00, to Friday, 01:00.
    const midnight = at('2026-04-24T01:00', 'Africa/Cairo')
    const before = new Date(midnight.getTime() - 1)
    expect([before, midnight].map((time) => isOnDuty(hours, time, 'Africa/Cairo'))).toEqual([
      true,
      true,
    ])
    expect(local(nextBeginning(hours, before, 'Africa/Cairo'), 'Africa/Cairo')).toBe(
      '2026-04-30T22:00',
    )
  })
})

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Hours of a week, as they may be: apart, each within its day. */
const weeks: fc.Arbitrary<Hours> = fc
  .array(
    fc.record({
      day: fc.constantFrom(...DAYS),
      ends: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }),
    }),
    { maxLength: 7 },
  )
  .map((days) => {
    const schedule = [...new Map(days.map((one) => [one.day, one])).values()].flatMap(
      ({ day, ends }) => {
        const sorted = [...ends].sort((left, right) => left - right)
        const pairs = sorted.flatMap((from, index) =>
          index % 2 === 0 && sorted[index + 1] !== undefined ? [[from, sorted[index + 1]]] : [],
        ) as [number, number][]
        return pairs.map(([from, to]) => ({ day, startTime: clock(from), endTime: clock(to) }))
      },
    )
    return { schedule }
  })
const moments = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2027-01-01'),
  noInvalidDate: true,
})

describe('whatever the hours are', () => {
  it('a doctor works when the clock on the wall says so', () => {
    fc.assert(
      fc.property(weeks, moments, (hours, moment) => {
        const wall = DateTime.fromJSDate(moment, { zone: JAKARTA })
        const time = wall.toFormat('HH:mm')
        const expected = (hours.schedule ?? []).some(
          ({ day, startTime, endTime }) =>
            day === DAYS[wall.weekday - 1] && (startTime ?? '') <= time && time < (endTime ?? ''),
        )
        expect(isOnDuty(hours, moment, JAKARTA)).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('the next beginning is one, and none comes before it', () => {
    fc.assert(
      fc.property(weeks, moments, (hours, moment) => {
        const next = nextBeginning(hours, moment, JAKARTA)
        const isOn = (time: number) => isOnDuty(hours, new Date(time), JAKARTA)
        const end = next?.getTime() ?? moment.getTime() + 7 * 24 * 3_600_000
        if (next) {
          expect(next.getTime()).toBeGreaterThan(moment.getTime())
          expect(isOn(next.getTime())).toBe(true)
          expect(isOn(next.getTime() - 1)).toBe(false)
        }
        // Once it stops, it does not begin again before that (looked at every 17 minutes).
        let hasStopped = false
        for (let time = moment.getTime(); time < end; time += 17 * 60_000) {
          if (!isOn(time)) hasStopped = true
          else expect(hasStopped).toBe(false)
        }
      }),
      { numRuns: 20 },
    )
  })
})
