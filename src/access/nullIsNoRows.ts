import type { CollectionBeforeOperationHook } from 'payload'

/**
 * For every collection: null for an array of rows is an array without any, as everywhere in JSON APIs.
 * Payload's adapter stumbles over it (shouldUseOptimizedUpsertRow of 3.90).
 */
export const nullIsNoRows: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { data } = args as { data?: Record<string, unknown> }
  if (!data) return
  const empty = collection.flattenedFields
    .filter(({ name, type }) => type === 'array' && data[name] === null)
    .map(({ name }) => [name, []])
  return { ...args, data: { ...data, ...(Object.fromEntries(empty) as Record<string, unknown>) } }
}
