import { expect, it } from 'vitest'

import { FITTED, movedBy, scaledBy } from './zoom'

const FRAME = { width: 200, height: 100 }

it('grows and shrinks within limits', () => {
  expect(scaledBy(FITTED, 2, FRAME)).toEqual({ scale: 2, x: 0, y: 0 })
  expect(scaledBy(FITTED, 0.5, FRAME)).toEqual(FITTED)
  expect(scaledBy(FITTED, 100, FRAME).scale).toBe(8)
})

it('keeps the point under the pointer where it is', () => {
  const at = { x: 50, y: -20 }
  const { scale, x, y } = scaledBy(FITTED, 2, FRAME, at)
  expect([(at.x - x) / scale, (at.y - y) / scale]).toEqual([at.x, at.y])
})

it('moves to the edges and no further', () => {
  const large = scaledBy(FITTED, 2, FRAME)
  expect(movedBy(large, 30, -10, FRAME)).toEqual({ scale: 2, x: 30, y: -10 })
  expect(movedBy(large, 1000, -1000, FRAME)).toEqual({ scale: 2, x: 100, y: -50 })
  expect(movedBy(FITTED, 10, 10, FRAME)).toEqual(FITTED)
})

it('comes back to the middle when it is small again', () => {
  const away = movedBy(scaledBy(FITTED, 4, FRAME), 100, 100, FRAME)
  expect(scaledBy(away, 0.1, FRAME)).toEqual(FITTED)
})
