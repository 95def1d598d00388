import type { PayloadRequest } from 'payload'

import type { Cast } from '../people'
import { randomFrom } from '../random'
import type { Shelves } from '../shelves'
import { bySku } from '../shelves'
import { momentOf, timesOf } from './clock'
import type { Past } from './past.sql'
import { moveIntoThePast, startOfToday } from './past.sql'
import type { PlannedSale, Shelf } from './plan'
import { planSales } from './plan'
import type { Month } from './playTurn'
import { playTurn } from './playTurn'
import { playStockEvent, STOCK_EVENTS } from './stockEvents'

const SEED = 20261121
const ADMIN = 'admin@sehat.test'
const OPENED_DAYS_AGO = 31
const NOON = 12 * 60
/** Deliveries are unpacked, and shelves looked through, before the shop opens. */
const STOCK_AT = 7 * 60

/** What is sold; what comes in or gets lost is left as it is then. */
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

const playDay = async (
  month: Month,
  shelves: Shelves,
  daysAgo: number,
  sales: PlannedSale[],
): Promise<void> => {
  const { cast, midnight, past } = month
  for (const event of STOCK_EVENTS.filter((one) => one.daysAgo === daysAgo)) {
    const id = await playStockEvent(cast(ADMIN), bySku(shelves, event.sku).id, event)
    past.movements.push({ id, at: momentOf(midnight, daysAgo, STOCK_AT) })
  }
  const cashier = daysAgo % 2 === 0 ? 'kasir@sehat.test' : 'kasir2@sehat.test'
  await playTurn(month, { cashier, daysAgo, sales })
}

/**
 * A month of a shop, done by the same operations as today's work, and then put into the past: sales at
 * the counter and online in their cashiers' shifts, some given back, deliveries and losses.
 */
export const playHistory = async (
  req: PayloadRequest,
  cast: Cast,
  shelves: Shelves,
): Promise<void> => {
  const zone = req.payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  const midnight = await startOfToday(req, zone)
  const random = randomFrom(SEED)
  const openedAt = momentOf(midnight, OPENED_DAYS_AGO, STOCK_AT)
  const past: Past = { orders: [], movements: [], shifts: [], entries: [], openedAt }

  const prices = new Map([...shelves.values()].map(({ id, price }) => [id, price]))
  const totalOf = ({ lines }: PlannedSale): number =>
    lines.reduce((sum, { obat, quantity }) => sum + quantity * (prices.get(obat) ?? 0), 0)
  const month: Month = { cast, random, midnight, totalOf, past }

  const now = new Date()
  const isOver = (sale: PlannedSale) =>
    timesOf(momentOf(midnight, sale.daysAgo, sale.minute), sale).closedAt < now
  const today = momentOf(midnight, 0, NOON)
  const sales = planSales(random, sellable(shelves), today).filter(isOver)
  for (let daysAgo = OPENED_DAYS_AGO; daysAgo >= 0; daysAgo -= 1) {
    const ofDay = sales.filter((sale) => sale.daysAgo === daysAgo)
    await playDay(month, shelves, daysAgo, ofDay)
  }
  await moveIntoThePast(req, past)
}
