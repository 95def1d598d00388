import { createHash } from 'node:crypto'

import { Feed } from 'feed'
import type { PayloadRequest } from 'payload'

import type { News } from '@/payload-types'

import { FEED_MAX, newsPath } from '../constants'

/** What `/news/rss.xml` answers with. */
export type NewsFeed = {
  xml: string
  /** A strong entity tag, quoted. */
  etag: string
  lastModified: Date
}

/** What XML 1.0 has no way to say (section 2.2): control characters, halves of characters. */
const UNSAYABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu

const sayable = (text: string | null | undefined): string => (text ?? '').replace(UNSAYABLE, '')

const categoriesOf = ({ categories }: News): { name: string }[] =>
  (categories ?? []).flatMap((one) =>
    typeof one === 'object' ? [{ name: sayable(one.name) }] : [],
  )

/** The newest published articles as RSS 2.0. @param serverUrl the address that browsers use */
export const makeFeed = async (req: PayloadRequest, serverUrl: string): Promise<NewsFeed> => {
  const { docs } = await req.payload.find({
    collection: 'news',
    where: { _status: { equals: 'published' } },
    sort: ['-publishedAt', '-id'],
    limit: FEED_MAX,
    pagination: false,
    depth: 1,
    select: {
      title: true,
      slug: true,
      excerpt: true,
      authorName: true,
      publishedAt: true,
      categories: true,
      updatedAt: true,
    },
    req,
    overrideAccess: true,
  })
  const changes = docs.map(({ updatedAt }) => Date.parse(updatedAt))
  const lastModified = new Date(Math.max(0, ...changes))
  const feed = new Feed({
    title: 'Sehat: Berita',
    description: 'Berita dan artikel kesehatan.',
    id: `${serverUrl}/news`,
    link: `${serverUrl}/news`,
    language: 'id',
    copyright: 'Sehat',
    updated: lastModified,
    generator: 'Sehat',
    feedLinks: { rss: `${serverUrl}/news/rss.xml` },
  })
  for (const doc of docs) {
    const link = `${serverUrl}${newsPath(doc.slug ?? '')}`
    feed.addItem({
      title: sayable(doc.title),
      id: link,
      link,
      description: sayable(doc.excerpt),
      date: new Date(doc.publishedAt ?? doc.updatedAt),
      category: categoriesOf(doc as News),
      ...(doc.authorName ? { author: [{ name: sayable(doc.authorName) }] } : {}),
    })
  }
  const xml = feed.rss2()
  const etag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 27)}"`
  return { xml, etag, lastModified }
}
