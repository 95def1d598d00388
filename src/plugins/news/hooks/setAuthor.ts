import type { CollectionBeforeChangeHook } from 'payload'

import { isStaff } from '@/access'
import type { News } from '@/payload-types'

/** Whoever creates an article is its author, unless somebody else is named, and lends it their name. */
export const setAuthor: CollectionBeforeChangeHook<News> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const creator = operation === 'create' && isStaff(req) ? req.user?.id : null
  const author = data.author ?? originalDoc?.author ?? creator
  const authorName = data.authorName === undefined ? originalDoc?.authorName : data.authorName
  if (!author || authorName) return author ? { ...data, author } : data
  const id = typeof author === 'object' ? author.id : author
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    select: { name: true },
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  return { ...data, author, authorName: user?.name ?? null }
}
