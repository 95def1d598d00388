import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Order } from './types'

/** The oldest are forgotten at the next start. */
const KEPT = 5000

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Whoever was killed while writing leaves half a line. */
const parse = (line: string): Order[] => {
  try {
    return [JSON.parse(line) as Order]
  } catch {
    return []
  }
}

const load = (file: string): Map<string, Order> => {
  const orders = new Map(
    linesOf(file)
      .flatMap(parse)
      .map((order) => [order.orderId, order]),
  )
  return new Map([...orders].slice(-KEPT))
}

const compact = (file: string, orders: Map<string, Order>): void => {
  mkdirSync(dirname(file), { recursive: true })
  const next = `${file}.next`
  writeFileSync(next, [...orders.values()].map((order) => `${JSON.stringify(order)}\n`).join(''))
  renameSync(next, file)
}

/**
 * The orders. With a file they outlive the process: every change is a line at its end, written before
 * anybody is told, and the last line of an order counts.
 */
export const createBook = (file: string | null) => {
  const orders = file ? load(file) : new Map<string, Order>()
  if (file) compact(file, orders)

  return {
    all: (): Order[] => [...orders.values()],
    byId: (orderId: string): Order | undefined => orders.get(orderId),
    byToken: (token: string): Order | undefined =>
      [...orders.values()].find(({ tokens }) => tokens.includes(token)),
    byTransaction: (id: string): Order | undefined =>
      [...orders.values()].find(({ charge }) => charge?.transactionId === id),
    save: (order: Order): void => {
      orders.set(order.orderId, order)
      if (file) appendFileSync(file, `${JSON.stringify(order)}\n`)
    },
  }
}

export type Book = ReturnType<typeof createBook>
