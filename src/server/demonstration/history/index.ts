import type { PayloadRequest } from 'payload'

import type { People } from '../people'
import { byEmail } from '../people'
import { randomFrom } from '../random'
import type { Shelves } from '../shelves'
import { bySku } from '../shelves'
import type { PastMovement, PastOrder } from './past.sql'
import { moveIntoThePast, startOfToday } from './past.sql'
import type { PlannedSale, Shelf } from './plan'
import { planSales } from './plan'
import { playSale } from './playSale'
import { playStockEvent, STOCK_EVENTS } from './stockEvents'

const SEED = 20261121
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Deliveries are unpacked, and shelves looked through, before the shop opens. */
const STOCK_AT = 7 * 60

const SHIFT_CHANGE = 14 * 60
const OPENED_DAYS_AGO = 31

const sellable = (shelves: Shelves): Shelf[] => {
  const special = STOCK_EVENTS.map(({ sku }) => sku)
  return [...shelves.values()]
    .filter(({ active, sku }) => active && !special.includes(sku ?? ''))
    .map(({ id, stock, drugClass, requiresPrescription }) => ({
      id,
      stock: stock ?? 0,
      needsPrescription: drugClass === 'keras' || requiresPrescription === true,
    }))
}

const timesOf = (at: Date, { isOnline, method }: PlannedSale): Omit<PastOrder, 'id'> => {
  const later = (minutes: number) => new Date(at.getTime() + minutes * MINUTE)
  if (!isOnline) return { placedAt: at, paidAt: at, closedAt: later(2) }
  // Money at the door comes with the goods.
  return { placedAt: at, paidAt: later(method === 'cod' ? 90 : 25), closedAt: later(90) }
}

/**
 * A month of a shop, done by the same operations as today's work, and then put into the past: sales at
 * the counter and online, some given back, deliveries and losses.
 */
export const playHistory = async (
  req: PayloadRequest,
  people: People,
  shelves: Shelves,
): Promise<void> => {
  const zone = req.payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  const midnight = await startOfToday(req, zone)
  const at = (daysAgo: number, minute: number) =>
    new Date(midnight.getTime() - daysAgo * DAY + minute * MINUTE)
  const random = randomFrom(SEED)
  const now = Date.now()
  const orders: PastOrder[] = []
  const movements: PastMovement[] = []

  const play = async (sale: PlannedSale): Promise<void> => {
    const times = timesOf(at(sale.daysAgo, sale.minute), sale)
    if (times.closedAt.getTime() > now) return
    const cashier = sale.minute < SHIFT_CHANGE ? 'kasir@sehat.test' : 'kasir2@sehat.test'
    const id = await playSale(req, sale, {
      cashier: byEmail(people, cashier),
      patient: byEmail(people, random.pick(['pasien@sehat.test', 'pasien2@sehat.test'])),
    })
    orders.push({ id, ...times })
  }

  const sales = planSales(random, sellable(shelves), new Date(midnight.getTime() + DAY / 2))
  for (let daysAgo = OPENED_DAYS_AGO; daysAgo >= 0; daysAgo -= 1) {
    for (const event of STOCK_EVENTS.filter((one) => one.daysAgo === daysAgo)) {
      const id = await playStockEvent(req, people, bySku(shelves, event.sku).id, event)
      movements.push({ id, at: at(daysAgo, STOCK_AT) })
    }
    for (const sale of sales.filter((one) => one.daysAgo === daysAgo)) await play(sale)
  }
  await moveIntoThePast(req, { orders, movements, openedAt: at(OPENED_DAYS_AGO, STOCK_AT) })
}
