import type { CollectionAfterReadHook } from 'payload'

import { readDetails } from '../access'

/** Whoever knows somebody by name only gets that: also of what has no rules of its own, such as times. */
export const showNamesOnly: CollectionAfterReadHook<{ id: number; name?: string }> = async ({
  doc,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true || (await readDetails({ doc, req }))) return doc
  return { id: doc.id, name: doc.name }
}
