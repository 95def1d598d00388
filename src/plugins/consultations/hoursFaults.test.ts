import { describe, expect, it } from 'vitest'

import { hoursFaults } from './hoursFaults'

const row = (startTime: unknown, endTime: unknown, day = 'monday') => ({ day, startTime, endTime })
const date = (startTime: unknown, endTime: unknown, on: unknown = '2026-12-24') => ({
  date: on,
  startTime,
  endTime,
})
const paths = (schedule: unknown, overrides: unknown = []) =>
  Object.keys(hoursFaults(schedule, overrides))

describe('hours of the week', () => {
  it('may be several a day, touch, and end with the day', () => {
    expect(
      hoursFaults(
        [row('13:00', '24:00'), row('08:00', '12:00'), row('12:00', '13:00')].concat(
          row('00:00', '09:00', 'tuesday'),
        ),
        [],
      ),
    ).toEqual({})
    expect(hoursFaults(undefined, null)).toEqual({})
  })

  it.each([
    ['8:00', '12:00', ['schedule.0.startTime']],
    ['24:00', '24:00', ['schedule.0.startTime']],
    ['25:00', '12:60', ['schedule.0.startTime', 'schedule.0.endTime']],
    [null, undefined, ['schedule.0.startTime', 'schedule.0.endTime']],
    [8, {}, ['schedule.0.startTime', 'schedule.0.endTime']],
    ['08:00', '08:00', ['schedule.0.endTime']],
    ['08:00', '24:01', ['schedule.0.endTime']],
    [' 08:00', '12:00\n', ['schedule.0.startTime', 'schedule.0.endTime']],
  ])('%s to %s is refused', (start, end, expected) => {
    expect(paths([row(start, end)])).toEqual(expected)
  })

  it('over midnight are refused, with how to write them', () => {
    expect(hoursFaults([row('08:00', '09:00'), row('22:00', '02:00')], [])).toEqual({
      'schedule.1.endTime': [
        'Jadwal baris 2: jam yang melewati tengah malam ditulis sebagai dua baris: sampai 24:00, lalu mulai 00:00 hari berikutnya.',
      ],
    })
  })

  it('that overlap are refused, and both rows are named', () => {
    const rows = [row('10:00', '11:00'), row('08:00', '12:00'), row('08:00', '12:00', 'friday')]
    expect(hoursFaults(rows, [])).toEqual({
      'schedule.0.startTime': ['Jadwal baris 1: jamnya bertumpuk dengan baris 2.'],
    })
    // A long row before a short one covers what follows both.
    expect(paths([row('08:00', '17:00'), row('09:00', '10:00'), row('16:00', '18:00')])).toEqual([
      'schedule.1.startTime',
      'schedule.2.startTime',
    ])
  })

  it('that are no rows at all are refused, not stumbled over', () => {
    expect(paths([null, 5, 'x', []]).length).toBeGreaterThan(0)
    expect(paths('x')).toEqual([])
  })
})

describe('dates that differ', () => {
  it('are closed, or have hours', () => {
    expect(
      hoursFaults(
        [],
        [{ date: '2026-12-25', closed: true }, date('08:00', '10:00'), date('10:00', '24:00')],
      ),
    ).toEqual({})
  })

  it.each(['2026-02-30', '2026-13-01', '26-1-1', '2026-1-1', 'besok', '', null, 20261225])(
    'must exist: %s',
    (on) => {
      expect(paths([], [date('08:00', '09:00', on)])).toContain('overrides.0.date')
    },
  )

  it('have no hours where they are closed, and are closed once', () => {
    const closed = { closed: true, date: '2026-12-24' }
    expect(paths([], [{ ...closed, startTime: '08:00' }])).toEqual(['overrides.0.closed'])
    expect(paths([], [closed, date('08:00', '09:00')])).toEqual(['overrides.0.date'])
    expect(paths([], [closed, closed])).toEqual(['overrides.0.date', 'overrides.1.date'])
  })

  it('need hours where they are not closed, apart from each other', () => {
    expect(paths([], [{ date: '2026-12-24', closed: false }])).toEqual([
      'overrides.0.startTime',
      'overrides.0.endTime',
    ])
    expect(paths([], [date('08:00', '10:00'), date('09:00', '11:00')])).toEqual([
      'overrides.1.startTime',
    ])
  })
})
