import type { SanitizedCollectionConfig } from 'payload'

import type { JsonSchema, Reference } from '../openapi'
import { BY_ID, BY_UUID } from '../parameters'

const INTEGER: JsonSchema = { type: 'integer' }
const UUID: JsonSchema = { type: 'string', format: 'uuid' }

/** A collection with an id of its own has UUIDs (lib/uuid); the others have the database's numbers. */
const hasUuids = ({ flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>) =>
  flattenedFields.some(({ name, type }) => name === 'id' && type === 'text')

/** How a collection's documents are called in answers. */
export const idSchemaOf = (collection: SanitizedCollectionConfig): JsonSchema =>
  hasUuids(collection) ? UUID : INTEGER

/** How a collection's documents are called in paths. */
export const idParameterOf = (
  collection: Pick<SanitizedCollectionConfig, 'flattenedFields'>,
): Reference => (hasUuids(collection) ? BY_UUID : BY_ID)

/** How a relation names a document: as its collection does, be it one or none. */
export const relatedId = (one: JsonSchema): JsonSchema => {
  const types = [one.type].flat()
  if (types.includes('number')) return types.length > 1 ? { type: ['integer', 'null'] } : INTEGER
  if (types.includes('string')) return { ...one, format: 'uuid' }
  return one
}
