import config from '@payload-config'
import type { Payload } from 'payload'
import { getPayload } from 'payload'

export const dynamic = 'force-dynamic'

type NewsFeed = { xml: string; etag: string; lastModified: Date }
type MakeFeed = (payload: Payload) => Promise<NewsFeed>

/** Whether a reader has this feed already (RFC 9110, 13.1.2 and 13.1.3: the tag counts where there is one). */
const isKnown = ({ headers }: Request, { etag, lastModified }: NewsFeed): boolean => {
  const tags = headers.get('If-None-Match')
  if (tags !== null) {
    const known = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    return known.includes('*') || known.includes(etag)
  }
  const since = Date.parse(headers.get('If-Modified-Since') ?? '')
  // HTTP's dates have no fractions of seconds.
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since
}

/** `GET /news/rss.xml`: the newest articles; not there where the newsroom is not. */
export const GET = async (request: Request): Promise<Response> => {
  const payload = await getPayload({ config })
  const makeFeed = payload.config.custom.newsFeed as MakeFeed | undefined
  if (!makeFeed) return new Response('Tidak ditemukan.', { status: 404 })
  const feed = await makeFeed(payload)
  const headers = {
    ETag: feed.etag,
    'Last-Modified': feed.lastModified.toUTCString(),
    'Cache-Control': 'public, max-age=300',
  }
  if (isKnown(request, feed)) return new Response(null, { status: 304, headers })
  return new Response(feed.xml, {
    headers: { ...headers, 'Content-Type': 'application/rss+xml; charset=utf-8' },
  })
}
