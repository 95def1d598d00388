import { expect, it } from 'vitest'

import type { DeskOrder } from '../../deskSchemas'
import type { DeskEvent, DeskState } from './deskState'
import { CLOSED, deskReducer } from './deskState'

const order = (id: number): DeskOrder => ({ id, status: 'pending' }) as DeskOrder
const arrived = (...ids: number[]): DeskEvent => ({ type: 'arrived', orders: ids.map(order) })
const after = (...events: DeskEvent[]): DeskState => events.reduce(deskReducer, CLOSED)

const look = ({ orders, shown, isGone }: DeskState) => [
  orders?.map(({ id }) => id),
  shown?.id,
  isGone,
]

it('begins with the oldest', () => {
  expect(look(after(arrived(3, 5)))).toEqual([[3, 5], 3, false])
  expect(look(after(arrived(), arrived(7)))).toEqual([[7], 7, false])
})

it('keeps what is shown when others arrive', () => {
  const picked: DeskEvent = { type: 'picked', id: 5 }
  expect(look(after(arrived(3, 5), picked, arrived(2, 3, 5, 9)))).toEqual([[2, 3, 5, 9], 5, false])
})

it('never puts another order in the place of one that somebody else has dealt with', () => {
  const gone = after(arrived(3, 5), arrived(5))
  expect(look(gone)).toEqual([[5], 3, true])
  const seen = deskReducer(gone, { type: 'seen', order: { ...order(3), status: 'cancelled' } })
  expect(seen.shown?.status).toBe('cancelled')
  expect(look(deskReducer(seen, { type: 'stepped', step: 1 }))).toEqual([[5], 5, false])
})

it('learns nothing of another order than the one that is gone', () => {
  const gone = after(arrived(3, 5), arrived(5), { type: 'seen', order: order(8) })
  expect(gone.shown?.id).toBe(3)
  expect(
    after(arrived(3), { type: 'seen', order: { ...order(3), status: 'completed' } }).shown,
  ).toEqual(order(3))
})

it('goes on by itself after what was done here', () => {
  const done: DeskEvent = { type: 'handled', id: 3, leaves: true }
  expect(look(after(arrived(3, 5), done))).toEqual([[5], 5, false])
  expect(look(after(arrived(3), done))).toEqual([[], undefined, false])
})

it('is not confused by an answer that was on its way meanwhile', () => {
  const done: DeskEvent = { type: 'handled', id: 3, leaves: true }
  expect(look(after(arrived(3, 5), done, arrived(3, 5)))).toEqual([[5], 5, false])
  expect(look(after(arrived(3), done, arrived(3), arrived()))).toEqual([[], undefined, false])
  // Gone once, it may come again.
  expect(look(after(arrived(3), done, arrived(), arrived(3)))).toEqual([[3], 3, false])
})

it('goes on from an order that waits on, but not to nowhere', () => {
  const rejected: DeskEvent = { type: 'handled', id: 3, leaves: false }
  expect(look(after(arrived(3, 5), rejected))).toEqual([[3, 5], 5, false])
  expect(look(after(arrived(3), rejected))).toEqual([[3], 3, false])
})

it('knows what came while it was looked at', () => {
  expect(after(arrived(3, 5)).newest).toBeNull()
  expect(after(arrived(3), arrived(3, 5)).newest).toBe(5)
  expect(after(arrived(3), arrived(3, 5), arrived(5)).newest).toBe(5)
})

it('starts anew with another queue', () => {
  expect(after(arrived(3, 5), { type: 'opened' })).toEqual(CLOSED)
})
