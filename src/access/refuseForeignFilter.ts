import type { CollectionBeforeOperationHook, Where } from 'payload'
import { QueryError } from 'payload'

import { isForeignPath } from './foreignPath'

const pathsOf = (where: Where): string[] =>
  Object.entries(where).flatMap(([name, asked]) =>
    /^(and|or)$/i.test(name) ? (asked as Where[]).flatMap(pathsOf) : [name],
  )

/**
 * For every collection: nobody finds documents by others of which they may read none. Payload asks for the
 * rights on the field alone where it has any of its own, and a field cannot tell who asks before there is
 * a document: so strangers could spell out the e-mail of whoever a public document names.
 * Runs after `refuseBadFilter`. @throws {QueryError} 400
 */
export const refuseForeignFilter: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true) return
  const { where } = args as { where?: Where | null }
  for (const path of new Set(pathsOf(where ?? {}))) {
    if (await isForeignPath(path, collection.flattenedFields, req, (right) => right !== false)) {
      throw new QueryError([{ path }])
    }
  }
}
