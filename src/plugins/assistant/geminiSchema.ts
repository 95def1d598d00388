import { z } from 'zod'

/** What Google's Schema object knows of JSON Schema; the rest would be refused. */
const KNOWN = [
  ...['type', 'description', 'nullable', 'enum', 'required'],
  ...['minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum'],
] as const

type JsonSchema = Record<string, unknown>

/** `{"type": ["string", "number"]}`, which Google says as `anyOf`. */
const withOneType = ({ type, ...schema }: JsonSchema): JsonSchema =>
  Array.isArray(type)
    ? { ...schema, anyOf: type.map((one: unknown) => ({ type: one })) }
    : { ...schema, ...(type === undefined ? {} : { type }) }

/** `{"anyOf": [X, {"type": "null"}]}`, which Google says as X that is nullable. */
const withoutNull = (schema: JsonSchema): JsonSchema => {
  const options = schema.anyOf as JsonSchema[] | undefined
  const others = options?.filter(({ type }) => type !== 'null')
  if (!others || others.length === options?.length) return schema
  const { anyOf: _anyOf, ...rest } = schema
  const [only] = others
  return { ...(others.length === 1 ? only : { anyOf: others }), ...rest, nullable: true }
}

/** Lists of words are of texts to Google, and a constant is a list of one. */
const withEnum = ({ const: only, ...schema }: JsonSchema): JsonSchema => {
  const words = only === undefined ? schema.enum : [only]
  return Array.isArray(words) ? { ...schema, type: 'string', enum: words.map(String) } : schema
}

const subset = (given: JsonSchema): JsonSchema => {
  const schema = withEnum(withoutNull(withOneType(given)))
  const { properties, items, anyOf } = schema
  return {
    ...Object.fromEntries(
      KNOWN.filter((name) => schema[name] !== undefined).map((name) => [name, schema[name]]),
    ),
    ...(properties ? { properties: subsets(properties as Record<string, JsonSchema>) } : {}),
    ...(items ? { items: subset(items as JsonSchema) } : {}),
    ...(anyOf ? { anyOf: (anyOf as JsonSchema[]).map(subset) } : {}),
  }
}

const subsets = (schemas: Record<string, JsonSchema>): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, subset(schema)]))

/**
 * What a tool takes, in the part of JSON Schema that Google reads.
 * @returns undefined when it takes nothing: Google refuses objects without properties
 */
export const geminiSchema = (parameters: z.ZodObject): JsonSchema | undefined => {
  if (Object.keys(parameters.shape).length === 0) return undefined
  return subset(z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }))
}
