import type { Where } from 'payload'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSingle = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date

/** A document of one of several collections: `{ relationTo, value }`. */
const isReference = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, part]) => ['relationTo', 'value'].includes(name) && isSingle(part),
  )

const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isSingle)
const isSingleOrList = (value: unknown): boolean => isSingle(value) || isList(value)

/**
 * What the operators compare with that take more, or less, than a single value. A filter of other
 * documents within `contains` is none: Payload asks for no rights on these.
 */
const OPERANDS: Record<string, (value: unknown) => boolean> = {
  equals: (value) => isSingleOrList(value) || isReference(value),
  not_equals: isSingleOrList,
  in: isSingleOrList,
  not_in: isSingleOrList,
  contains: isSingleOrList,
  // Payload takes it apart into words.
  like: (value) => typeof value === 'string',
  // Payload's adapter has no `all`, and no collection has places on a map: it stumbles over them.
  all: () => false,
  near: () => false,
  within: () => false,
  intersects: () => false,
}

const isComparison = (asked: unknown): boolean =>
  isObject(asked) &&
  Object.entries(asked).every(([operator, value]) => (OPERANDS[operator] ?? isSingle)(value))

/**
 * Whether each field has its operators, these what they compare with, and `and` and `or` their filters:
 * Payload takes that for granted of whatever a client sends as `where`.
 */
export const isFilter = (where: unknown): where is Where =>
  isObject(where) &&
  Object.entries(where).every(([name, asked]) =>
    /^(and|or)$/i.test(name) ? Array.isArray(asked) && asked.every(isFilter) : isComparison(asked),
  )
