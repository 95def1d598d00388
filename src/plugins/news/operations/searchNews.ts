import type { PayloadRequest } from 'payload'

import { newsPath } from '../constants'
import { unknownCategory } from '../errors'
import type { SearchAnswer } from '../schemas'
import type { Asked, Found } from '../search.sql'
import { findArticles, MATCH_BEGINS, MATCH_ENDS } from '../search.sql'

/** Shorter beginnings find too much. */
const PREFIX_MIN = 3

/** Words without any sign of the query language, the last of which may be a beginning. */
const splitPrefix = (q: string): Pick<Asked, 'prefix' | 'rest'> => {
  const words = q.split(/\s+/)
  const prefix = words.at(-1) ?? ''
  const isPlain = words.every((word) => /^[\p{L}\p{N}]+$/u.test(word) && !/^or$/i.test(word))
  if (!isPlain || prefix.length < PREFIX_MIN) return { prefix: null, rest: q }
  return { prefix: prefix.toLowerCase(), rest: words.slice(0, -1).join(' ') }
}

const piecesOf = (headline: string): SearchAnswer['docs'][number]['snippet'] =>
  headline
    .split(MATCH_BEGINS)
    .flatMap((part, at) => {
      const [match = '', after] = at === 0 ? ['', part] : part.split(MATCH_ENDS)
      return [
        { text: match, isMatch: true },
        { text: after ?? '', isMatch: false },
      ]
    })
    .filter(({ text }) => text !== '')

const present = ({ headline, publishedAt, ...found }: Found): SearchAnswer['docs'][number] => ({
  ...found,
  url: newsPath(found.slug),
  publishedAt: publishedAt && new Date(publishedAt).toISOString(),
  snippet: piecesOf(headline),
})

const categoryOf = async (req: PayloadRequest, slug: string): Promise<number> => {
  const { docs } = await req.payload.find({
    collection: 'categories',
    where: { slug: { equals: slug } },
    select: {},
    limit: 1,
    depth: 0,
    req,
    overrideAccess: false,
  })
  if (!docs[0]) throw unknownCategory()
  return docs[0].id
}

/**
 * The published articles that have all of the words, the best first; titles count more than excerpts,
 * and these more than texts. Whoever asks finds what is published, and nothing else.
 * @throws {ApiError} 422 for a category that is not there
 */
export const searchNews = async (
  req: PayloadRequest,
  asked: { q: string; category?: string | undefined; page: number; limit: number },
): Promise<SearchAnswer> => {
  const { page, limit } = asked
  // Postgres has no text with a zero in it.
  const q = asked.q.replaceAll('\0', ' ').trim()
  const search: Asked = {
    q,
    ...splitPrefix(q),
    category: asked.category ? await categoryOf(req, asked.category) : null,
    limit,
    offset: (page - 1) * limit,
  }
  const { found, total: totalDocs } = await findArticles(req, search)
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit))
  return {
    docs: found.map(present),
    totalDocs,
    limit,
    page,
    totalPages,
    hasNextPage: page < totalPages,
    hasPrevPage: page > 1,
  }
}
