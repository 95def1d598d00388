import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { configToJSONSchema } from 'payload'

import { PASSWORD_MAX, PASSWORD_MIN } from '@/plugins/accounts/hooks/limitPasswords'

import type { JsonSchema } from '../openapi'
import { refTo } from '../openapi'
import { neededAtCreation, refineFields } from './fields'
import { idSchemaOf, relatedId } from './ids'

const OWN_BY_SERVER = ['id', 'createdAt', 'updatedAt', 'collection']
const TIMES = ['createdAt', 'updatedAt']

type Definitions = Record<string, JsonSchema>
type Properties = Record<string, JsonSchema>

/** The name of a collection's documents in the reference, as in the generated types. */
const documentName = (definitions: Definitions, slug: string): string =>
  (definitions[slug]?.title as string | undefined) ?? slug

/** Rewrites what only code generators understand, and where references point. */
const translate = (value: unknown, definitions: Definitions): unknown => {
  if (Array.isArray(value)) return value.map((inner) => translate(inner, definitions))
  if (typeof value !== 'object' || value === null) return value
  const { $ref, tsType: _tsType, ...rest } = value as JsonSchema
  if (typeof $ref === 'string')
    return refTo(documentName(definitions, $ref.split('/').at(-1) ?? ''))
  const translated = Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [key, translate(inner, definitions)]),
  )
  return isRelation(rest) ? withIds(translated) : translated
}

/** An id, or the document. */
const isRelation = ({ oneOf }: JsonSchema): boolean =>
  Array.isArray(oneOf) && oneOf.some((one: JsonSchema) => '$ref' in one)

const withIds = (relation: JsonSchema): JsonSchema => ({
  ...relation,
  oneOf: (relation.oneOf as JsonSchema[]).map(relatedId),
})

/** For requests: without what only the server writes, and with relations as ids. */
const forRequest = (schema: JsonSchema, fields: FlattenedField[], isNew: boolean): JsonSchema => {
  const { title: _title, additionalProperties: _strict, required: _required, ...rest } = schema
  const properties = Object.entries((schema.properties ?? {}) as Properties)
    .filter(([name, { readOnly }]) => readOnly !== true && name !== 'id')
    .map(([name, property]) => {
      const field = fields.find((one) => one.name === name)
      return [name, propertyForRequest(property, field, isNew)] as const
    })
  const needed = isNew ? neededAtCreation(schema, fields) : []
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(needed.length > 0 ? { required: needed } : {}),
  }
}

const propertyForRequest = (
  property: JsonSchema,
  field: FlattenedField | undefined,
  isNew: boolean,
): JsonSchema => {
  const { oneOf, items, ...rest } = property
  if (Array.isArray(oneOf)) return { ...rest, ...(oneOf as JsonSchema[])[0] }
  if (field?.type === 'group') return forRequest(property, field.flattenedFields, isNew)
  if (!items) return property
  const inner = field?.type === 'array' ? field.flattenedFields : []
  // A row is written whole, also by an update.
  const row = field?.type === 'array' ? forRequest(items as JsonSchema, inner, true) : null
  return { ...rest, items: row ?? propertyForRequest(items as JsonSchema, undefined, isNew) }
}

const PASSWORD = {
  type: 'string',
  minLength: PASSWORD_MIN,
  maxLength: PASSWORD_MAX,
  writeOnly: true,
}

/** Adds what an account takes beside its fields. */
const withPassword = (schema: JsonSchema, isNew: boolean): JsonSchema => ({
  ...schema,
  properties: { ...(schema.properties as Properties), password: PASSWORD },
  ...(isNew ? { required: [...((schema.required ?? []) as string[]), 'password'] } : {}),
})

/** An account as the doors answer it: they say how it came in, and the login forgets a time. */
const signedIn = (answer: JsonSchema): JsonSchema => ({
  ...answer,
  properties: {
    ...(answer.properties as Properties),
    updatedAt: { type: ['string', 'null'], format: 'date-time' },
    _strategy: { type: 'string' },
  },
})

const answerOf = async (
  payload: Payload,
  collection: SanitizedCollectionConfig,
  definition: JsonSchema,
): Promise<JsonSchema> => {
  const properties = definition.properties as Properties
  for (const name of OWN_BY_SERVER) {
    const property = properties[name]
    if (property) Object.assign(property, { readOnly: true })
  }
  for (const name of TIMES) Object.assign(properties[name] ?? {}, { format: 'date-time' })
  Reflect.deleteProperty(properties, 'password')
  await refineFields(payload, definition, collection.flattenedFields)
  Object.assign(properties.id ?? {}, idSchemaOf(collection))
  return definition
}

/**
 * The documents of the collections as they are answered, created (`…Create`) and changed (`…Update`),
 * from the same configuration that Payload checks and stores them by.
 */
export const collectionSchemas = async (
  payload: Payload,
  collections: SanitizedCollectionConfig[],
): Promise<{ components: Definitions; nameOf: (slug: string) => string }> => {
  const made = configToJSONSchema(payload.config, payload.db.defaultIDType)
  const definitions = made.definitions as Definitions
  const components: Definitions = {}
  for (const collection of collections) {
    const name = documentName(definitions, collection.slug)
    const definition = translate(definitions[collection.slug], definitions) as JsonSchema
    const answer = await answerOf(payload, collection, definition)
    components[name] = answer
    if (collection.auth) components[`SignedIn${name}`] = signedIn(answer)
    for (const [suffix, isNew] of [
      ['Create', true],
      ['Update', false],
    ] as const) {
      const request = forRequest(answer, collection.flattenedFields, isNew)
      components[name + suffix] = collection.auth ? withPassword(request, isNew) : request
    }
  }
  return { components, nameOf: (slug) => documentName(definitions, slug) }
}
