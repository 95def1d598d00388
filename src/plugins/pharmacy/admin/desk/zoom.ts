/** How a picture is looked at: how large, and how far it is moved, in pixels of the frame. */
export type Zoom = { scale: number; x: number; y: number }

type Size = { width: number; height: number }

export const FITTED: Zoom = { scale: 1, x: 0, y: 0 }
export const STEP = 1.4
const SCALE_MAX = 8

const within = (value: number, limit: number): number => Math.min(Math.max(value, -limit), limit)

/** Moves a picture, no further than its edges. */
export const movedBy = ({ scale, x, y }: Zoom, dx: number, dy: number, frame: Size): Zoom => {
  const room = (scale - 1) / 2
  return {
    scale,
    x: within(x + dx, frame.width * room),
    y: within(y + dy, frame.height * room),
  }
}

/**
 * Makes a picture larger or smaller around a point, which stays where it is.
 * @param at from the frame's middle
 */
export const scaledBy = (
  { scale, x, y }: Zoom,
  factor: number,
  frame: Size,
  at: { x: number; y: number } = { x: 0, y: 0 },
): Zoom => {
  const next = Math.min(Math.max(scale * factor, 1), SCALE_MAX)
  const ratio = next / scale
  return movedBy(
    { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio },
    0,
    0,
    frame,
  )
}
