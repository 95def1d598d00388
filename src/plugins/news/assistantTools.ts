import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows, words } from '@/lib/assistantTool'

import { newsPath } from './constants'
import { searchNews } from './operations/searchNews'

type Told = {
  title: string
  excerpt: string | null
  /** Where the words stand in the text; null: none were asked for. */
  snippet: string | null
  publishedAt: string | null
  url: string
}

const matching = async (req: PayloadRequest, q: string, limit: number): Promise<Told[]> => {
  const { docs } = await searchNews(req, { q, page: 1, limit })
  return docs.map(({ title, excerpt, snippet, publishedAt, url }) => ({
    title,
    excerpt,
    snippet: snippet.map(({ text }) => text).join(''),
    publishedAt,
    url,
  }))
}

const newest = async (req: PayloadRequest, limit: number): Promise<Told[]> => {
  const { docs } = await req.payload.find({
    collection: 'news',
    // Drafts are for staff, and nothing to tell anybody of.
    where: { _status: { equals: 'published' } },
    select: { title: true, slug: true, excerpt: true, publishedAt: true },
    sort: '-publishedAt',
    limit,
    pagination: false,
    depth: 0,
    draft: false,
    req,
    overrideAccess: false,
  })
  return docs.map(({ title, slug, excerpt, publishedAt }) => ({
    title: title ?? '',
    excerpt: excerpt ?? null,
    snippet: null,
    publishedAt: publishedAt ?? null,
    url: newsPath(slug ?? ''),
  }))
}

const searchArticles = assistantTool({
  name: 'search_news',
  description:
    'Published health articles of the clinic that have all of the words, the best first: title, excerpt and where the words stand. Without words the newest.',
  parameters: z.object({ words: words.optional(), limit: rows }),
  isForUsers: false,
  run: async (req, { words: asked, limit }) => {
    const articles = asked ? await matching(req, asked, limit) : await newest(req, limit)
    return {
      result: { articles },
      sources: articles.map(({ title, url }) => ({ title, url })),
    }
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const newsTools: AssistantTool[] = [searchArticles]
