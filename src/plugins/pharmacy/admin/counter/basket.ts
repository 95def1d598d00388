import type { Obat } from '@/payload-types'

import type { COUNTER_METHODS } from '../../constants'
import { LINES_MAX, QUANTITY_MAX } from '../../constants'

export type FoundObat = Pick<
  Obat,
  | 'id'
  | 'name'
  | 'sku'
  | 'price'
  | 'stock'
  | 'unit'
  | 'drugClass'
  | 'requiresPrescription'
  | 'active'
>
export type Line = { obat: FoundObat; quantity: number }
type CounterMethod = (typeof COUNTER_METHODS)[number]

/** What is typed at the counter and not sold yet. */
export type Basket = {
  lines: Line[]
  method: CounterMethod
  /** Whole rupiah that were handed over; null while nothing is typed. */
  received: number | null
  /** The cashier has seen that the money came by QRIS. */
  qrisSeen: boolean
  customerName: string
  customerPhone: string
  prescriptionSeen: boolean
  /** The number of an e-prescription that the goods are taken of, in the place of one on paper. */
  prescription: number | null
}

export const EMPTY: Basket = {
  lines: [],
  method: 'cash',
  received: null,
  qrisSeen: false,
  customerName: '',
  customerPhone: '',
  prescriptionSeen: false,
  prescription: null,
}

const cut = (quantity: number): number => Math.min(Math.max(1, Math.trunc(quantity)), QUANTITY_MAX)

const withLines = (basket: Basket, lines: Line[]): Basket => ({
  ...basket,
  lines,
  // The last medicine that needed a prescription is gone, and so is what was seen for it.
  prescriptionSeen: basket.prescriptionSeen && lines.some(needsPrescription),
  prescription: lines.some(needsPrescription) ? basket.prescription : null,
})

export const needsPrescription = ({ obat }: Line): boolean =>
  obat.drugClass === 'keras' || obat.requiresPrescription === true

/** One piece more. A line that is there keeps its place, and learns the newest price and stock. */
export const addPiece = (basket: Basket, obat: FoundObat): Basket => {
  const isThere = basket.lines.some((line) => line.obat.id === obat.id)
  if (!isThere && basket.lines.length >= LINES_MAX) return basket
  const lines = isThere
    ? basket.lines.map((line) =>
        line.obat.id === obat.id ? { obat, quantity: cut(line.quantity + 1) } : line,
      )
    : [...basket.lines, { obat, quantity: 1 }]
  const added = withLines(basket, lines)
  // What was seen for one medicine says nothing of the next one.
  const asksAgain = !isThere && needsPrescription({ obat, quantity: 1 })
  return asksAgain ? { ...added, prescriptionSeen: false } : added
}

export const setQuantity = (basket: Basket, id: number, quantity: number): Basket =>
  withLines(
    basket,
    basket.lines.map((line) => (line.obat.id === id ? { ...line, quantity: cut(quantity) } : line)),
  )

export const removeLine = (basket: Basket, id: number): Basket =>
  withLines(
    basket,
    basket.lines.filter(({ obat }) => obat.id !== id),
  )

/** What the server knows of the lines now; one that it does not know any more is not sold any more. */
export const refreshLines = (basket: Basket, known: readonly FoundObat[]): Basket =>
  withLines(
    basket,
    basket.lines.map(({ obat, quantity }) => {
      const now = known.find(({ id }) => id === obat.id)
      return { obat: now ?? { ...obat, active: false }, quantity }
    }),
  )

export const totalOf = ({ lines }: Pick<Basket, 'lines'>): number =>
  lines.reduce((sum, { obat, quantity }) => sum + obat.price * quantity, 0)

export const isShort = ({ obat, quantity }: Line): boolean => quantity > (obat.stock ?? 0)

/** What is still to be done before this can be sold. */
export type Missing = 'lines' | 'prescription' | 'received' | 'qris'

export const missingIn = (basket: Basket): Missing | null => {
  if (basket.lines.length === 0) return 'lines'
  const hasPrescription = basket.prescriptionSeen || basket.prescription !== null
  if (basket.lines.some(needsPrescription) && !hasPrescription) return 'prescription'
  if (basket.method === 'qris') return basket.qrisSeen ? null : 'qris'
  return basket.received !== null && basket.received >= totalOf(basket) ? null : 'received'
}

const NOTES = [20_000, 50_000, 100_000]

/** What a customer probably hands over for a total: the next amounts that are whole notes. */
export const likelyAmounts = (total: number): number[] => {
  const amounts = NOTES.map((note) => Math.ceil(total / note) * note)
  return [...new Set(amounts)].filter((amount) => amount > total).sort((one, other) => one - other)
}
