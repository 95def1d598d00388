import type { DeskOrder } from '../../deskSchemas'
import { neighbour, stepFrom } from './selection'

export type DeskState = {
  /** The queue, as it was last heard of; null: not yet. */
  orders: DeskOrder[] | null
  /** The order that is worked on. */
  shown: DeskOrder | null
  /** Somebody else has dealt with the order that is shown: it is not in the queue any more. */
  isGone: boolean
  /** Handled here, and perhaps still in an answer that was on its way. */
  handled: number[]
  /** The last order that came while the queue was looked at; null: none. */
  newest: number | null
}

export type DeskEvent =
  | { type: 'opened' }
  | { type: 'arrived'; orders: DeskOrder[] }
  | { type: 'picked'; id: number | null }
  | { type: 'stepped'; step: number }
  /** Done with an order; it leaves the queue, or waits on in it. */
  | { type: 'handled'; id: number; leaves: boolean }
  /** What has become of the order that is gone. */
  | { type: 'seen'; order: DeskOrder }

export const CLOSED: DeskState = {
  orders: null,
  shown: null,
  isGone: false,
  handled: [],
  newest: null,
}

const pick = (state: DeskState, id: number | null): DeskState => ({
  ...state,
  shown: state.orders?.find((order) => order.id === id) ?? null,
  isGone: false,
})

/**
 * The order that is shown never changes under a cashier's hand: what somebody else deals with stays,
 * marked as gone, until the cashier moves on. Else a press that was meant for one order would confirm
 * another.
 */
const arrive = (state: DeskState, all: DeskOrder[]): DeskState => {
  const handled = state.handled.filter((id) => all.some((order) => order.id === id))
  const orders = all.filter(({ id }) => !handled.includes(id))
  const known = state.orders?.map(({ id }) => id)
  const fresh = known && orders.filter(({ id }) => !known.includes(id)).at(-1)
  const next = { ...state, orders, handled, newest: fresh?.id ?? state.newest }
  const { shown } = state
  if (!shown) return pick(next, orders[0]?.id ?? null)
  const isThere = orders.some(({ id }) => id === shown.id)
  return isThere ? pick(next, shown.id) : { ...next, isGone: true }
}

const leave = (state: DeskState, id: number, leaves: boolean): DeskState => {
  const before = state.orders ?? []
  const next = neighbour(before, id)
  if (!leaves) return next === null ? state : pick(state, next)
  const orders = before.filter((order) => order.id !== id)
  return pick({ ...state, orders, handled: [...state.handled, id] }, next)
}

/** What the desk shows, after something happened. */
export const deskReducer = (state: DeskState, event: DeskEvent): DeskState => {
  switch (event.type) {
    case 'opened':
      return CLOSED
    case 'arrived':
      return arrive(state, event.orders)
    case 'picked':
      return pick(state, event.id)
    case 'stepped':
      return pick(state, stepFrom(state.orders ?? [], state.shown?.id ?? null, event.step))
    case 'handled':
      return leave(state, event.id, event.leaves)
    case 'seen':
      return state.isGone && state.shown?.id === event.order.id
        ? { ...state, shown: event.order }
        : state
  }
}
