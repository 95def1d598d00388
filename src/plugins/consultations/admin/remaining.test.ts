import { expect, it } from 'vitest'

import { isEnding, leftUntil, minutesLeft, shareLeft, showLeft } from './remaining'

const START = '2026-11-21T07:00:00.000Z'
const END = '2026-11-21T07:30:00.000Z'
const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`)

it('counts down to the end, and not beyond', () => {
  expect(leftUntil(END, at('07:12:30.000'))).toBe(17.5 * 60_000)
  expect(leftUntil(END, at('08:00:00.000'))).toBe(0)
  expect(leftUntil(null, at('07:00:00.000'))).toBe(0)
})

it.each([
  [30 * 60_000, '30:00'],
  [65_000, '1:05'],
  [1001, '0:02'],
  [1, '0:01'],
  [0, '0:00'],
])('shows %i ms as %s', (ms, shown) => {
  expect(showLeft(ms)).toBe(shown)
})

it('says whole minutes', () => {
  expect([5 * 60_000, 4.6 * 60_000, 20_000].map(minutesLeft)).toEqual([5, 5, 0])
})

it('says how much of the whole is left', () => {
  expect(shareLeft(START, END, at('07:00:00.000'))).toBe(1)
  expect(shareLeft(START, END, at('07:22:30.000'))).toBe(0.25)
  expect(shareLeft(START, END, at('09:00:00.000'))).toBe(0)
  expect(shareLeft(START, END, at('06:59:00.000'))).toBe(1)
  expect(shareLeft(null, null, 0)).toBe(0)
})

it('knows the last minutes', () => {
  expect([5 * 60_000 + 1, 5 * 60_000, 1, 0].map((ms) => isEnding(ms, 5))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
