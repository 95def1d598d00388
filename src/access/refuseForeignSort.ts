import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
} from 'payload'
import { QueryError } from 'payload'

const mayRead = async (field: FlattenedField, req: PayloadRequest): Promise<boolean> => {
  if ('hidden' in field && field.hidden) return false
  return !('access' in field) || !field.access?.read || (await field.access.read({ req }))
}

/** What a relationship leads to, when who asks may read all of it; null otherwise. */
const fieldsBehind = async (
  relationTo: string | string[],
  req: PayloadRequest,
): Promise<FlattenedField[] | null> => {
  if (typeof relationTo !== 'string') return null
  const { access, flattenedFields } = req.payload.collections[relationTo as CollectionSlug].config
  return (await access.read({ req })) === true ? flattenedFields : null
}

/** Whether an order goes by a field of other documents that who asks may not read. */
const isForeign = async (
  path: string,
  own: FlattenedField[],
  req: PayloadRequest,
): Promise<boolean> => {
  let fields: FlattenedField[] | null = own
  let isOwn = true
  for (const [at, name] of path.split('.').entries()) {
    const field: FlattenedField | undefined = fields.find((one) => one.name === name)
    if (!field) return false // Payload passes over what is not there.
    if (!isOwn && !(await mayRead(field, req))) return true
    if ('flattenedFields' in field) fields = field.flattenedFields
    if (field.type !== 'relationship' && field.type !== 'upload') continue
    if (at === path.split('.').length - 1) return false
    fields = await fieldsBehind(field.relationTo, req)
    if (!fields) return true
    isOwn = false
  }
  return false
}

const pathsOf = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : [sort])
    .filter((one): one is string => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim().replace(/^-/, '').replaceAll('__', '.'))

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
    if (await isForeign(path, collection.flattenedFields, req)) throw new QueryError([{ path }])
  }
}
