import { expect, it } from 'vitest'

import { unpaidBills } from './query'

const asked = (typed: string) => Object.fromEntries(new URLSearchParams(unpaidBills(typed)))

it.each(['PMR-0012', 'pmr12', '0012', ' 12 '])('reads %j as a number', (typed) => {
  expect(asked(typed)).toMatchObject({ 'where[and][2][number][equals]': '12' })
})

it.each(['Citra', '12 A', '99999999999'])('reads %j as a name', (typed) => {
  expect(asked(typed)).toMatchObject({ 'where[and][2][patient.name][like]': typed })
})

it('asks for unpaid ones only, whatever is typed', () => {
  for (const typed of ['', '12', 'Citra']) {
    expect(asked(typed)).toMatchObject({ 'where[and][0][paidAt][exists]': 'false' })
  }
  expect(Object.keys(asked('')).some((key) => key.startsWith('where[and][2]'))).toBe(false)
})
