import type { PaymentMethod } from '@/plugins/pharmacy/constants'

import type { Random } from '../random'

export type Shelf = { id: number; stock: number; needsPrescription: boolean }

export type PlannedSale = {
  /** Days before today. */
  daysAgo: number
  /** Minutes after midnight, of the clinic's clock. */
  minute: number
  isOnline: boolean
  method: PaymentMethod
  lines: { obat: number; quantity: number }[]
  customer: string | null
  /** Why the money went back the same day. */
  refund: string | null
}

const DAYS = 30
const OPENS = 8 * 60
const CLOSES = 20 * 60
const CUSTOMERS = ['Ibu Rina', 'Pak Joko', 'Ibu Sari', 'Pak Dedi', 'Ibu Maya', 'Klinik Harapan']
const REFUNDS = new Map([
  [9, 'Salah obat'],
  [20, 'Pembeli batal'],
])
/** Of ten sales. Repeated: more often. */
const AT_COUNTER: PaymentMethod[] = [
  'cash',
  'cash',
  'cash',
  'cash',
  'qris',
  'qris',
  'bank_transfer',
]
const ONLINE: PaymentMethod[] = ['bank_transfer', 'bank_transfer', 'cod']

/** Takes a few pieces of a few obat, and leaves enough for those who try the demonstration. */
const fillBasket = (random: Random, shelves: Shelf[], isOnline: boolean) => {
  const lines = new Map<number, number>()
  for (let line = random.between(1, 4); line > 0; line -= 1) {
    const shelf = random.pick(shelves)
    const quantity = random.between(1, 4)
    const isTaken = lines.has(shelf.id) || (isOnline && shelf.needsPrescription)
    if (isTaken || shelf.stock < quantity * 6) continue
    shelf.stock -= quantity
    lines.set(shelf.id, quantity)
  }
  return [...lines].map(([obat, quantity]) => ({ obat, quantity }))
}

/** A month of a shop: quiet Sundays, a few sales more each week, the same at every start. */
export const planSales = (random: Random, stocked: Shelf[], today: Date): PlannedSale[] => {
  const shelves = stocked.map((shelf) => ({ ...shelf }))
  const sales: PlannedSale[] = []
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo -= 1) {
    const weekday = new Date(today.getTime() - daysAgo * 86_400_000).getUTCDay()
    const busy = weekday === 0 ? random.between(0, 2) : random.between(3, 5)
    const minutes = Array.from({ length: busy }, () => random.between(OPENS, CLOSES - 1))
    for (const [index, minute] of minutes.sort((left, right) => left - right).entries()) {
      const isOnline = random.next() < 0.25
      const lines = fillBasket(random, shelves, isOnline)
      if (lines.length === 0) continue
      sales.push({
        daysAgo,
        minute,
        isOnline,
        method: random.pick(isOnline ? ONLINE : AT_COUNTER),
        lines,
        customer: random.next() < 0.4 ? random.pick(CUSTOMERS) : null,
        refund: index === 0 ? (REFUNDS.get(daysAgo) ?? null) : null,
      })
    }
  }
  return sales
}
