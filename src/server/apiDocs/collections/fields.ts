import type { FlattenedField, Payload } from 'payload'

import type { JsonSchema } from '../openapi'
import { admissionOf, isClosed } from './visitors'

type Properties = Record<string, JsonSchema>

const propertiesOf = (schema: JsonSchema): Properties => (schema.properties ?? {}) as Properties

/** Payload lists the values of an optional choice without null, which it answers. */
const admitNull = (property: JsonSchema): void => {
  const { type, enum: values } = property
  if (!Array.isArray(values) || !Array.isArray(type) || !type.includes('null')) return
  property.enum = [...(values as unknown[]), null]
}

const constraintsOf = (field: FlattenedField): JsonSchema => {
  const { minLength, maxLength, min, max, minRows, maxRows } = field as Record<string, unknown>
  const known = field.type === 'array' ? { minItems: minRows, maxItems: maxRows } : {}
  const all = { minLength, maxLength, minimum: min, maximum: max, ...known }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => typeof value === 'number'))
}

const isText = (value: unknown): value is string => typeof value === 'string'

const titleOf = ({ label }: { label?: unknown }): JsonSchema => {
  const title = typeof label === 'object' && label !== null ? (label as { en?: string }).en : label
  return typeof title === 'string' ? { title } : {}
}

const READ_ONLY: JsonSchema = { readOnly: true }

/** Who may write a field: the server alone where the panel hides it or nobody's value is taken. */
const writersOf = async (
  payload: Payload,
  field: FlattenedField,
  property: JsonSchema,
): Promise<JsonSchema> => {
  if (field.admin?.hidden) return READ_ONLY
  const { create, update } = ('access' in field ? field.access : undefined) ?? {}
  if (!create && !update) return {}
  const rules = await Promise.all([create, update].map((rule) => admissionOf(payload, rule)))
  if (rules.every(isClosed)) return READ_ONLY
  const roles = new Set(rules.flatMap(({ all, some }) => [...all, ...some]))
  const note = `Written by ${[...roles].join(', ')} only; dropped when others send it.`
  return { description: [property.description, note].filter(isText).join(' ') }
}

/** Not in any answer: kept hidden, read by nobody, or neither held nor filled by anything. */
const isUnseen = async (payload: Payload, field: FlattenedField): Promise<boolean> => {
  if ('hidden' in field && field.hidden) return true
  if ('virtual' in field && field.virtual === true && !field.hooks?.afterRead?.length) return true
  const read = 'access' in field ? field.access?.read : undefined
  return read !== undefined && isClosed(await admissionOf(payload, read))
}

/** A field that some may read is not in everybody's answers. */
const isSometimesUnseen = (field: FlattenedField): boolean =>
  'access' in field && field.access?.read !== undefined

const withoutRequired = (schema: JsonSchema, name: string): void => {
  if (!Array.isArray(schema.required)) return
  schema.required = (schema.required as string[]).filter((one) => one !== name)
}

const nestedSchema = (property: JsonSchema): JsonSchema =>
  (property.items as JsonSchema | undefined) ?? property

/**
 * Says of a schema that Payload made what Payload leaves out: what is hidden, what only the server
 * writes (`readOnly`), limits, times, and choices that may be null. Changes the schema.
 */
export const refineFields = async (
  payload: Payload,
  schema: JsonSchema,
  fields: FlattenedField[],
): Promise<void> => {
  const properties = propertiesOf(schema)
  for (const field of fields) {
    const property = properties[field.name]
    if (!property) continue
    const isAbsent = await isUnseen(payload, field)
    if (isAbsent || isSometimesUnseen(field)) withoutRequired(schema, field.name)
    if (isAbsent) {
      Reflect.deleteProperty(properties, field.name)
      continue
    }
    admitNull(property)
    Object.assign(property, constraintsOf(field), titleOf(field))
    if (field.type === 'date') property.format = 'date-time'
    if (field.type === 'email') property.format = 'email'
    Object.assign(property, await writersOf(payload, field, property))
    if (field.type === 'array' || field.type === 'group') {
      await refineFields(payload, nestedSchema(property), field.flattenedFields)
    }
  }
}

/** The names that a new document must have: required, without a default, and not the server's own. */
export const neededAtCreation = (schema: JsonSchema, fields: FlattenedField[]): string[] => {
  const properties = propertiesOf(schema)
  return fields
    .filter((field) => 'required' in field && field.required)
    .filter((field) => !('defaultValue' in field) || field.defaultValue === undefined)
    .map(({ name }) => name)
    .filter((name) => properties[name] && properties[name].readOnly !== true)
}
