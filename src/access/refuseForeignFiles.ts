import type { CollectionBeforeOperationHook } from 'payload'
import { MissingFile } from 'payload'

/**
 * For every collection of files: a document comes with its file. Payload would fetch one from whatever
 * `url` a client names, even where uploads by URL are off.
 */
export const refuseForeignFiles: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' || !collection.upload || req.file || overrideAccess === true) return
  const { data } = args as { data?: unknown }
  // Payload asks for rights after this hook, and whoever has none should hear that.
  if (await collection.access.create({ req, data })) throw new MissingFile(req.t)
}
