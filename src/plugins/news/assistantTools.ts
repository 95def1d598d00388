import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows, withWords, words } from '@/lib/assistantTool'
import { cardText } from '@/lib/cardKind'

import { newsPath } from './constants'

const searchNews = assistantTool({
  name: 'search_news',
  description:
    'Published health articles of the clinic: title, excerpt and date. Without words the newest.',
  parameters: z.object({ words: words.optional(), limit: rows }),
  isForUsers: false,
  run: async (req, asked) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'news',
      where: {
        // Drafts are for staff, and nothing to tell anybody of.
        and: [{ _status: { equals: 'published' } }, ...withWords(asked.words, 'title', 'excerpt')],
      },
      select: { title: true, slug: true, excerpt: true, publishedAt: true },
      sort: '-publishedAt',
      limit: asked.limit,
      depth: 0,
      draft: false,
      req,
      overrideAccess: false,
    })
    const articles = docs.map(({ title, slug, excerpt, publishedAt }) => ({
      title,
      excerpt: cardText(excerpt),
      publishedAt: publishedAt ?? null,
      url: newsPath(slug ?? ''),
    }))
    return {
      result: { found: totalDocs, articles },
      sources: articles.map(({ title, url }) => ({ title, url })),
    }
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const newsTools: AssistantTool[] = [searchNews]
