import type { PayloadRequest } from 'payload'
import { cache } from 'react'

import type { News } from '@/payload-types'

import { leadOn } from '../../moved'
import { readVisitor } from '../../visitor'
import { newsroomOf } from '../newsroom'

export type Shown = { req: PayloadRequest; article: News; isPreview: boolean }

/** The name of the address's part by which the panel asks for an article as it is being written. */
const PREVIEW = 'pratinjau'
export type Search = Record<string, string | string[] | undefined>

/** The article at an address: as it is published or, for the panel's preview, as it is being written. */
export const readShown = cache(async (slug: string, preview: string | null): Promise<Shown> => {
  const req = await readVisitor()
  const newsroom = newsroomOf(req)
  const article =
    preview === null
      ? await newsroom.readArticle(req, slug)
      : await newsroom.previewArticle(req, preview)
  if (article) return { req, article, isPreview: preview !== null }
  return leadOn(req, preview === null ? `/news/${slug}` : '')
})

/** Which draft the panel asks for; null: none. */
export const previewOf = (search: Search): string | null =>
  PREVIEW in search ? ([search[PREVIEW]].flat()[0] ?? '') : null
