import type { AccessResult, CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

/** Whether a right to read a collection is enough for what is asked of its documents. */
type Suffices = (right: AccessResult) => boolean

const mayRead = async (field: FlattenedField, req: PayloadRequest): Promise<boolean> => {
  if ('hidden' in field && field.hidden) return false
  return !('access' in field) || !field.access?.read || (await field.access.read({ req }))
}

/** What a relationship leads to, when the right of who asks suffices; null otherwise. */
const fieldsBehind = async (
  relationTo: string | string[],
  req: PayloadRequest,
  suffices: Suffices,
): Promise<FlattenedField[] | null> => {
  if (typeof relationTo !== 'string') return null
  const { access, flattenedFields } = req.payload.collections[relationTo as CollectionSlug].config
  return suffices(await access.read({ req })) ? flattenedFields : null
}

/** `version.title` of a version is `title` of what it is one of. */
const namesIn = (path: string, own: FlattenedField[]): string[] => {
  const names = path.replaceAll('__', '.').split('.')
  return names[0] === 'version' && !own.some(({ name }) => name === 'version')
    ? names.slice(1)
    : names
}

/**
 * Whether a path (`notes`, `order.user.email`) leads to a field that who asks may not read, of these
 * documents or of others; or into JSON and rich text: nobody needs to, and Payload writes such paths, and
 * what is compared with them, into the statement itself (createJSONQuery of 3.90).
 * @param own the fields of the collection that it starts from
 */
export const isForeignPath = async (
  path: string,
  own: FlattenedField[],
  req: PayloadRequest,
  suffices: Suffices,
): Promise<boolean> => {
  const names = namesIn(path, own)
  let fields: FlattenedField[] | null = own
  for (const [at, name] of names.entries()) {
    const field: FlattenedField | undefined = fields.find((one) => one.name === name)
    if (!field) return false // Payload knows what to do with what is not there.
    if (!(await mayRead(field, req))) return true
    if (field.type === 'json' || field.type === 'richText') return at < names.length - 1
    if ('flattenedFields' in field) fields = field.flattenedFields
    if (field.type !== 'relationship' && field.type !== 'upload') continue
    // Of several collections: Payload fails over a bare id, and over a collection that is none of them.
    if (at === names.length - 1) return typeof field.relationTo !== 'string'
    fields = await fieldsBehind(field.relationTo, req, suffices)
    if (!fields) return true
  }
  return false
}
