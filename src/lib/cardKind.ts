import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest, Where } from 'payload'

import type { Media } from '@/payload-types'

import type { CardKind, PublicCard } from './publicCard'

/** How a domain's documents become cards. */
type Making<Slug extends CollectionSlug> = {
  /** The first part of the page's address. */
  name: string
  collection: Slug
  /** The field whose value the page's address ends with. */
  keyField: 'id' | 'slug'
  /** What is shown to anybody, whatever else its reader may see. */
  onOffer: Where
  /** Cards of documents, in their order. */
  present: (
    req: PayloadRequest,
    docs: DataFromCollectionSlug<Slug>[],
  ) => PublicCard[] | Promise<PublicCard[]>
}

/** Slugs, as `deriveSlug` makes them. */
const SLUG = /^[\w-]{1,100}$/
const INTEGER_ID = /^[1-9]\d{0,8}$/

/** Documents as public cards: read with the caller's own rights, and only what is on offer. */
export const cardKind = <Slug extends CollectionSlug>({
  name,
  collection,
  keyField,
  onOffer,
  present,
}: Making<Slug>): CardKind => {
  const read = async (req: PayloadRequest, which: Where, limit: number) => {
    const { docs } = await req.payload.find({
      collection,
      where: { and: [which, onOffer] },
      limit,
      pagination: false,
      depth: 1,
      draft: false,
      req,
      overrideAccess: false,
    })
    return docs as DataFromCollectionSlug<Slug>[]
  }
  const form = keyField === 'id' ? INTEGER_ID : SLUG
  return {
    name,
    collection,
    find: async (req, key) => {
      if (!form.test(key)) return null
      const [card] = await present(req, await read(req, { [keyField]: { equals: key } }, 1))
      return card ?? null
    },
    findAll: async (req, ids) => {
      if (ids.length === 0) return new Map()
      const docs = await read(req, { id: { in: ids } }, ids.length)
      const cards = await present(req, docs)
      return new Map(cards.map((card, index) => [String(docs[index]?.id), card]))
    },
  }
}

/** A picture that a document names, read with it; null for none, and for files that are no pictures. */
export const cardPicture = (
  picture: Media | number | null | undefined,
  alt: string,
): PublicCard['picture'] => {
  if (typeof picture !== 'object' || !picture?.filename || !picture.width || !picture.height)
    return null
  return {
    url: `/api/media/file/${encodeURIComponent(picture.filename)}`,
    alt: picture.alt ?? alt,
    width: picture.width,
    height: picture.height,
  }
}

const EXCERPT_MAX = 600

/** Text that is cut between words. */
export const cardText = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? ''
  if (trimmed.length <= EXCERPT_MAX) return trimmed || null
  return `${trimmed.slice(0, EXCERPT_MAX).replace(/\s+\S*$/, '')}…`
}
