import type { CollectionBeforeChangeHook } from 'payload'

import type { News } from '@/payload-types'

/** An article is published when it first is, unless somebody typed another time. */
export const setPublishedAt: CollectionBeforeChangeHook<News> = ({ data, originalDoc }) => {
  if (data._status !== 'published') return data
  const publishedAt = data.publishedAt ?? originalDoc?.publishedAt ?? new Date().toISOString()
  return { ...data, publishedAt }
}
