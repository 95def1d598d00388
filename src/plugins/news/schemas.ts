import { z } from 'zod'

import { page, perPage } from '@/lib/paging'

import { QUERY_MAX } from './constants'

const DEFAULT_PER_PAGE = 10
/** So many pages has no search. */
const PAGE_MAX = 1_000

export const searchQuery = z.object({
  q: z
    .string({ error: 'Kata pencarian wajib diisi.' })
    .trim()
    .min(1, 'Kata pencarian wajib diisi.')
    .max(QUERY_MAX, `Kata pencarian paling banyak ${QUERY_MAX} karakter.`)
    .describe(
      'Words, all of which are wanted, in any of their forms; `"…"` as they stand, `or`, `-not`. ' +
        'The last word may be the beginning of one.',
    ),
  category: z
    .string()
    .max(100)
    .optional()
    .describe('The slug of a category; those within it count too.'),
  page: page.refine((value) => value <= PAGE_MAX, 'page terlalu besar.'),
  per_page: perPage(DEFAULT_PER_PAGE),
})

const found = z.strictObject({
  id: z.int(),
  title: z.string(),
  slug: z.string(),
  url: z.string().describe('The page of the article: a path of this site.'),
  excerpt: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  snippet: z
    .array(z.strictObject({ text: z.string(), isMatch: z.boolean() }))
    .describe('Where the words stand, piece by piece: plain text, no HTML.'),
})

export const searchAnswer = z.strictObject({
  docs: z.array(found),
  totalDocs: z.int().describe('At most 1000: of more, the newest are ranked.'),
  limit: z.int(),
  page: z.int(),
  totalPages: z.int(),
  hasNextPage: z.boolean(),
  hasPrevPage: z.boolean(),
})

export type SearchAnswer = z.output<typeof searchAnswer>
