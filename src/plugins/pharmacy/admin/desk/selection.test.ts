import { expect, it } from 'vitest'

import { neighbour, stepFrom } from './selection'

const QUEUE = [{ id: 3 }, { id: 5 }, { id: 9 }]

it('goes on to the one behind, at the end to the one before', () => {
  expect(neighbour(QUEUE, 3)).toBe(5)
  expect(neighbour(QUEUE, 9)).toBe(5)
  expect(neighbour([{ id: 3 }], 3)).toBeNull()
  expect(neighbour([], 3)).toBeNull()
})

it('begins at the oldest where there is nothing to go on from', () => {
  expect(neighbour(QUEUE, 4)).toBe(3)
  expect(neighbour(QUEUE, null)).toBe(3)
  expect(stepFrom(QUEUE, null, 1)).toBe(3)
})

it('steps no further than the ends', () => {
  expect(stepFrom(QUEUE, 3, 1)).toBe(5)
  expect(stepFrom(QUEUE, 3, -1)).toBe(3)
  expect(stepFrom(QUEUE, 9, 1)).toBe(9)
  expect(stepFrom([], null, 1)).toBeNull()
})
