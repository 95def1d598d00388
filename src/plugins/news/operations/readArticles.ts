import type { PaginatedDocs, PayloadRequest, Where } from 'payload'

import { isStaff } from '@/access'
import type { Category, News, Redirect } from '@/payload-types'

import { LIST_PAGE, newsPath, RELATED_MAX } from '../constants'

/** Slugs, as `deriveSlug` makes them; whatever else an address has is asked for nowhere. */
const SLUG = /^[\w-]{1,100}$/
const ID = /^[1-9]\d{0,8}$/

/** For staff too: a public page shows what the public sees. */
const PUBLISHED: Where = { _status: { equals: 'published' }, deletedAt: { exists: false } }
const NEWEST = ['-publishedAt', '-id']

/** What lists show of an article. */
const LISTED = {
  title: true,
  slug: true,
  excerpt: true,
  cover: true,
  categories: true,
  authorName: true,
  publishedAt: true,
} as const
export type ListedNews = Pick<News, 'id' | keyof typeof LISTED>

/** All categories in the order that editors gave them, without what they are part of. */
export const readCategories = async (req: PayloadRequest): Promise<Category[]> => {
  const { docs } = await req.payload.find({
    collection: 'categories',
    sort: '_order',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return docs
}

/** Published articles, the newest first. @param categories ids, any of which is enough; null: all */
export const listArticles = async (
  req: PayloadRequest,
  { categories, page }: { categories: number[] | null; page: number },
): Promise<PaginatedDocs<ListedNews>> =>
  req.payload.find({
    collection: 'news',
    where: { and: [PUBLISHED, ...(categories ? [{ categories: { in: categories } }] : [])] },
    sort: NEWEST,
    select: LISTED,
    limit: LIST_PAGE,
    page,
    depth: 1,
    draft: false,
    req,
    overrideAccess: false,
  })

/** The newest other articles that share a category with one. */
export const readRelated = async (
  req: PayloadRequest,
  { id, categories }: News,
): Promise<ListedNews[]> => {
  const shared = (categories ?? []).map((one) => (typeof one === 'object' ? one.id : one))
  if (shared.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'news',
    where: { and: [PUBLISHED, { id: { not_equals: id } }, { categories: { in: shared } }] },
    sort: NEWEST,
    select: LISTED,
    limit: RELATED_MAX,
    pagination: false,
    depth: 1,
    draft: false,
    req,
    overrideAccess: false,
  })
  return docs
}

/** A published article, with what it names; null: there is none at that address. */
export const readArticle = async (req: PayloadRequest, slug: string): Promise<News | null> => {
  if (!SLUG.test(slug)) return null
  const { docs } = await req.payload.find({
    collection: 'news',
    where: { and: [PUBLISHED, { slug: { equals: slug } }] },
    limit: 1,
    pagination: false,
    depth: 1,
    draft: false,
    req,
    overrideAccess: false,
  })
  return docs[0] ?? null
}

/** An article as it is being written, for those who may read that; null for everybody else. */
export const previewArticle = async (req: PayloadRequest, id: string): Promise<News | null> => {
  if (!isStaff(req) || !ID.test(id)) return null
  return req.payload.findByID({
    collection: 'news',
    id: Number(id),
    depth: 1,
    draft: true,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
}

const targetOf = ({ to }: Redirect): string | null => {
  if (to?.type === 'custom') return to.url ?? null
  const article = to?.reference?.value
  if (typeof article !== 'object' || article._status !== 'published') return null
  return article.slug ? newsPath(article.slug) : null
}

/** Where what was at an address is now: a path, or an address of somebody else's; null: nowhere. */
export const findMoved = async (req: PayloadRequest, path: string): Promise<string | null> => {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: path } },
    limit: 1,
    pagination: false,
    depth: 1,
    req,
    overrideAccess: false,
  })
  return docs[0] ? targetOf(docs[0]) : null
}
