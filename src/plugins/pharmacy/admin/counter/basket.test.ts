import { describe, expect, it } from 'vitest'

import type { Basket, FoundObat } from './basket'
import {
  addPiece,
  EMPTY,
  isShort,
  likelyAmounts,
  missingIn,
  refreshLines,
  removeLine,
  setQuantity,
  totalOf,
} from './basket'

const obat = (id: number, rest: Partial<FoundObat> = {}): FoundObat => ({
  id,
  name: `Obat ${id}`,
  sku: null,
  price: 1000,
  stock: 10,
  unit: 'pcs',
  drugClass: 'bebas',
  requiresPrescription: false,
  active: true,
  ...rest,
})

const basketOf = (...given: FoundObat[]): Basket => given.reduce(addPiece, EMPTY)
const countsIn = ({ lines }: Basket) => lines.map(({ obat: { id }, quantity }) => [id, quantity])

describe('a basket at the counter', () => {
  it('counts pieces of one obat in one line', () => {
    const basket = basketOf(obat(1), obat(2, { price: 500 }), obat(1))
    expect(countsIn(basket)).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(totalOf(basket)).toBe(2500)
  })

  it('takes the price that it heard last', () => {
    expect(totalOf(basketOf(obat(1), obat(1, { price: 1500 })))).toBe(3000)
  })

  it('holds a hundred lines, and ten thousand pieces in each', () => {
    const full = basketOf(...Array.from({ length: 101 }, (_obat, index) => obat(index + 1)))
    expect(full.lines).toHaveLength(100)
    expect(addPiece(full, obat(7)).lines[6]?.quantity).toBe(2)
    expect(countsIn(setQuantity(full, 1, 99_999))[0]).toEqual([1, 10_000])
    expect(countsIn(setQuantity(full, 1, 0))[0]).toEqual([1, 1])
  })

  it('forgets that a prescription was seen when nothing needs one any more', () => {
    const keras = { ...basketOf(obat(1), obat(2, { drugClass: 'keras' })), prescriptionSeen: true }
    expect(removeLine(keras, 1).prescriptionSeen).toBe(true)
    expect(removeLine(keras, 2).prescriptionSeen).toBe(false)
  })

  it('takes the number of an e-prescription in its place, while something needs one', () => {
    const keras = basketOf(obat(1), obat(2, { drugClass: 'keras' }))
    expect(missingIn({ ...keras, received: 90_000 })).toBe('prescription')
    const named = { ...keras, prescription: 7, received: 90_000 }
    expect(missingIn(named)).toBeNull()
    expect(removeLine(named, 1).prescription).toBe(7)
    expect(removeLine(named, 2).prescription).toBeNull()
  })

  it('asks for a prescription again when another medicine needs one', () => {
    const keras = obat(1, { drugClass: 'keras' })
    const seen = { ...basketOf(keras), prescriptionSeen: true }
    expect(addPiece(seen, keras).prescriptionSeen).toBe(true)
    expect(addPiece(seen, obat(2)).prescriptionSeen).toBe(true)
    expect(addPiece(seen, obat(3, { requiresPrescription: true })).prescriptionSeen).toBe(false)
  })

  it('learns what has changed since, and what is not sold any more', () => {
    const basket = setQuantity(basketOf(obat(1), obat(2)), 1, 4)
    const { lines } = refreshLines(basket, [obat(1, { stock: 3, price: 1200 })])
    expect(lines.map(isShort)).toEqual([true, false])
    expect(lines.map(({ obat: { price, active } }) => [price, active])).toEqual([
      [1200, true],
      [1000, false],
    ])
  })
})

describe('what is missing before a sale', () => {
  const basket = basketOf(obat(1, { price: 9000 }))

  it.each([
    ['lines', EMPTY],
    ['received', basket],
    ['received', { ...basket, received: 8999 }],
    [null, { ...basket, received: 9000 }],
    ['qris', { ...basket, method: 'qris' }],
    [null, { ...basket, method: 'qris', qrisSeen: true }],
    ['prescription', { ...basketOf(obat(1, { requiresPrescription: true })), received: 9000 }],
    [
      null,
      { ...basketOf(obat(1, { drugClass: 'keras' })), prescriptionSeen: true, received: 9000 },
    ],
  ] as [string | null, Basket][])('%s', (missing, given) => {
    expect(missingIn(given)).toBe(missing)
  })
})

describe('likely amounts', () => {
  it.each([
    [9000, [20_000, 50_000, 100_000]],
    [20_000, [50_000, 100_000]],
    [72_000, [80_000, 100_000]],
    [100_000, []],
    [135_000, [140_000, 150_000, 200_000]],
  ])('for %i', (total, amounts) => {
    expect(likelyAmounts(total)).toEqual(amounts)
  })
})
