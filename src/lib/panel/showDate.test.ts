import { expect, it } from 'vitest'

import { showClock, showDay, showTime } from './showDate'

it('shows a moment by the clinic’s clock, whatever the browser’s', () => {
  expect(showTime('2026-11-21T07:05:00Z', 'Asia/Jakarta')).toBe('21/11/2026 14:05')
  expect(showTime(new Date('2026-12-31T17:00:00Z'), 'Asia/Jakarta')).toBe('01/01/2027 00:00')
  expect(showTime('2026-12-31T17:00:00Z', 'Asia/Jayapura')).toBe('01/01/2027 02:00')
  expect(showClock('2026-12-31T17:00:00Z', 'Asia/Jayapura')).toBe('02:00')
  expect(showDay('2026-12-31T16:59:59Z', 'Asia/Jakarta')).toBe('31/12/2026')
})
