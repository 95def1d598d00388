import type { CollectionBeforeOperationHook } from 'payload'
import { QueryError } from 'payload'

import { isForeignPath } from './foreignPath'

const pathsOf = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : [sort])
    .filter((one): one is string => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim().replace(/^-/, ''))

/**
 * For every collection: nobody orders documents by what they may not read of others. Payload asks for
 * rights on a filter like `user.hash`, but not on such an order, which would tell hashes bit by bit.
 * @throws {QueryError} 400
 */
export const refuseForeignSort: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true) return
  for (const path of pathsOf((args as { sort?: unknown }).sort)) {
    // Who may read some of the documents would learn of the others by where they stand.
    if (await isForeignPath(path, collection.flattenedFields, req, (right) => right === true)) {
      throw new QueryError([{ path }])
    }
  }
}
