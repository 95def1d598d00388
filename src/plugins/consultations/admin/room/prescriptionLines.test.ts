import { expect, it } from 'vitest'

import { addLine, changeLine, itemsOf, removeLine } from './prescriptionLines'

const amoxicillin = { id: 4, name: 'Amoksisilin 500 mg', unit: 'strip' }
const captopril = { id: 9, name: 'Kaptopril 25 mg', unit: null }

it('adds each obat once', () => {
  const lines = addLine(addLine(addLine([], amoxicillin), captopril), amoxicillin)
  expect(lines.map(({ obat, unit }) => [obat, unit])).toEqual([
    [4, 'strip'],
    [9, ''],
  ])
  expect(removeLine(lines, 4).map(({ obat }) => obat)).toEqual([9])
})

it('is sent when every line has quantity and dose', () => {
  const empty = addLine([], amoxicillin)
  expect(itemsOf([])).toBeNull()
  expect(itemsOf(empty)).toBeNull()
  const counted = changeLine(empty, 4, { quantity: ' 2 ' })
  expect(itemsOf(counted)).toBeNull()
  const dosed = changeLine(counted, 4, { dose: ' 3 × 1 ' })
  expect(itemsOf(dosed)).toEqual([{ obat: 4, quantity: 2, dose: '3 × 1', note: null }])
  expect(itemsOf(addLine(dosed, captopril))).toBeNull()
  const noted = changeLine(dosed, 4, { note: ' dihabiskan ' })
  expect(itemsOf(noted)?.[0]?.note).toBe('dihabiskan')
})

it.each(['0', '-1', '1.5', '1e3', 'dua', '', '12345678'])(
  'knows that %j is no quantity',
  (typed) => {
    const line = changeLine(addLine([], amoxicillin), 4, { quantity: typed, dose: '1 × 1' })
    expect(itemsOf(line)).toBeNull()
  },
)
