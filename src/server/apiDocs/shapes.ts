import type { JsonSchema } from './openapi'

/** The few shapes that the descriptions of what is not made with zod are written with. */
export const TEXT: JsonSchema = { type: 'string' }
export const FLAG: JsonSchema = { type: 'boolean' }
export const COUNT: JsonSchema = { type: 'integer', minimum: 0 }
export const FILE: JsonSchema = { type: 'string', format: 'binary' }
export const SECONDS: JsonSchema = { type: 'integer', description: 'Seconds since 1970.' }

export const orNull = (type: string): JsonSchema => ({ type: [type, 'null'] })

export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

/** An object that has these properties, and no other; those of `optional` may be missing. */
export const object = (
  properties: Record<string, JsonSchema>,
  optional: Record<string, JsonSchema> = {},
): JsonSchema => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
})
