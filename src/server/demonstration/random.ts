/** Numbers that look random, and are the same at every start. */
export type Random = {
  /** From 0 up to, and without, 1. */
  next: () => number
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  pick: <T>(from: readonly T[]) => T
}

/** mulberry32, by Tommy Ettinger (public domain). */
export const randomFrom = (seed: number): Random => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    const one = from[between(0, from.length - 1)]
    if (one === undefined) throw new Error('There is nothing to pick from.')
    return one
  }
  return { next, between, pick }
}
