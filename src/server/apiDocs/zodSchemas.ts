import { isDeepStrictEqual } from 'node:util'

import { z } from 'zod'

import type { JsonSchema } from './openapi'
import { refTo } from './openapi'

/** `input` is what is sent, before defaults and transforms; `output` is what is answered. */
type Side = 'input' | 'output'

/** What says nothing to a reader: zod's own regular expression for times, and JavaScript's limits. */
const simplify = (schema: JsonSchema): void => {
  if (schema.format === 'date-time') delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  delete schema.propertyNames
}

const withReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref'
        ? String(inner).replace('#/$defs/', '#/components/schemas/')
        : withReferences(inner),
    ]),
  )
}

/**
 * Turns zod's schemas into JSON Schema 2020-12. What has an id becomes a component, once.
 * @param nameOf the component of a collection's documents
 */
export const createZodSchemas = (
  components: Record<string, JsonSchema>,
  nameOf: (collection: string) => string,
) => {
  const keep = (name: string, schema: JsonSchema): void => {
    const known = components[name]
    if (known && !isDeepStrictEqual(known, schema)) {
      throw new Error(`Two different schemas are called ${name}.`)
    }
    components[name] = schema
  }

  return (schema: z.ZodType, side: Side): JsonSchema => {
    const {
      $schema: _dialect,
      $defs,
      ...own
    } = z.toJSONSchema(schema, {
      io: side,
      target: 'draft-2020-12',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        const { collection } = jsonSchema as JsonSchema
        simplify(jsonSchema)
        if (typeof collection !== 'string') return
        delete (jsonSchema as JsonSchema).collection
        Object.assign(jsonSchema, refTo(nameOf(collection)))
      },
    }) as JsonSchema
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
      keep(name, withReferences(definition) as JsonSchema)
    }
    return withReferences(own) as JsonSchema
  }
}

export type ZodSchemas = ReturnType<typeof createZodSchemas>
