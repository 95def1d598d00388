import type { PayloadRequest } from 'payload'

import type { People } from '../people'
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
const OPENED_DAYS_AGO = 31
const NOON = 12 * 60
const SHIFT_CHANGE = 14 * 60
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
  const { req, people, midnight, past } = month
  for (const event of STOCK_EVENTS.filter((one) => one.daysAgo === daysAgo)) {
    const id = await playStockEvent(req, people, bySku(shelves, event.sku).id, event)
    past.movements.push({ id, at: momentOf(midnight, daysAgo, STOCK_AT) })
  }
  const isMorning = ({ minute }: PlannedSale) => minute < SHIFT_CHANGE
  const afternoon = sales.filter((sale) => !isMorning(sale))
  await playTurn(month, { cashier: 'kasir@sehat.test', daysAgo, sales: sales.filter(isMorning) })
  await playTurn(month, { cashier: 'kasir2@sehat.test', daysAgo, sales: afternoon })
}

/**
 * A month of a shop, done by the same operations as today's work, and then put into the past: sales at
 * the counter and online in their cashiers' shifts, some given back, deliveries and losses.
 */
export const playHistory = async (
  req: PayloadRequest,
  people: People,
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
  const month: Month = { req, people, random, midnight, totalOf, past }

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
