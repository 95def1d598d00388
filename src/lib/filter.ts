import type { Where } from 'payload'

/** Of places on a map, which no collection has: Payload stumbles over them elsewhere. */
const OF_PLACES = ['near', 'within', 'intersects']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether each field has its operators, and `and` and `or` their filters: Payload takes that for granted
 * of whatever a client sends as `where`.
 */
export const isFilter = (where: unknown): where is Where =>
  isObject(where) &&
  Object.entries(where).every(([name, asked]) =>
    /^(and|or)$/i.test(name)
      ? Array.isArray(asked) && asked.every(isFilter)
      : isObject(asked) && !OF_PLACES.some((operator) => operator in asked),
  )
