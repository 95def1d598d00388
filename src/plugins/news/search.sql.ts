import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type Asked = {
  q: string
  /** The beginning of a word, with which `q` ends; null: it ends otherwise. */
  prefix: string | null
  /** `q` without it. */
  rest: string
  category: number | null
  limit: number
  offset: number
}

/** Articles that are ranked; of more matches, the newest. */
const RANKED_MAX = 1_000

/** Around a match in a snippet; no text that is searched keeps them. */
export const MATCH_BEGINS = '\uE000'
export const MATCH_ENDS = '\uE001'

const HEADLINE = [
  `StartSel=${MATCH_BEGINS}`,
  `StopSel=${MATCH_ENDS}`,
  'MaxFragments=2',
  'MinWords=8',
  'MaxWords=20',
  'FragmentDelimiter=" … "',
].join(', ')

const INDONESIAN = sql`'pg_catalog.indonesian'::regconfig`

const wordsOf = ({ q, rest, prefix }: Asked): SQL =>
  prefix === null
    ? sql`websearch_to_tsquery(${INDONESIAN}, ${q})`
    : sql`websearch_to_tsquery(${INDONESIAN}, ${q})
          || (websearch_to_tsquery(${INDONESIAN}, ${rest}) && to_tsquery('simple', ${`${prefix}:*`}))`

/** A category, and what is within it. */
const within = (category: number): SQL => sql`
  AND EXISTS (SELECT 1 FROM news_rels r WHERE r.parent_id = n.id AND r.path = 'categories'
                AND r.categories_id IN (
                      WITH RECURSIVE down AS (
                        SELECT id FROM categories WHERE id = ${category}
                        UNION SELECT c.id FROM categories c JOIN down ON c.parent_id = down.id)
                      SELECT id FROM down))`

/**
 * The published articles that a query finds, ranked. Of what matches, first the newest are taken: a word
 * that stands in every article must not cost the ranking of all of them.
 */
export const ranked = (asked: Asked): SQL => sql`
  WITH words AS MATERIALIZED (SELECT ${wordsOf(asked)} AS words),
       matching AS MATERIALIZED (
         SELECT n.id, n.published_at FROM news n
          WHERE n.search @@ (SELECT words FROM words)
            AND n._status = 'published' AND n.deleted_at IS NULL
            ${asked.category === null ? sql`` : within(asked.category)}),
       newest AS MATERIALIZED (
         SELECT id FROM matching ORDER BY published_at DESC NULLS LAST, id DESC LIMIT ${RANKED_MAX}),
       page AS MATERIALIZED (
         SELECT n.id, ts_rank(n.search, words.words) AS rank
           FROM newest JOIN news n ON n.id = newest.id CROSS JOIN words
          ORDER BY rank DESC, n.published_at DESC NULLS LAST, n.id DESC
          LIMIT ${asked.limit} OFFSET ${asked.offset})
  SELECT total.total, n.id, n.title, n.slug, n.excerpt, n.published_at AS "publishedAt",
         ts_headline(${INDONESIAN},
                     translate(concat_ws(' ', n.excerpt, news_text(n.content)),
                               ${MATCH_BEGINS + MATCH_ENDS}, ''),
                     words.words, ${HEADLINE}) AS headline
    FROM (SELECT count(*)::int AS total FROM newest) AS total
   CROSS JOIN words
    LEFT JOIN page ON true
    LEFT JOIN news n ON n.id = page.id
   ORDER BY page.rank DESC, n.published_at DESC NULLS LAST, n.id DESC`

export type Found = {
  id: number
  title: string
  slug: string
  excerpt: string | null
  publishedAt: Date | string | null
  headline: string
}

type Row = { total: number } & (Found | { id: null })

/** A page of what a query finds, and how much there is to page through. */
export const findArticles = async (
  req: Request,
  asked: Asked,
): Promise<{ found: Found[]; total: number }> => {
  const rows = await query<Row>(req, ranked(asked))
  const found = rows.flatMap(({ total: _total, ...row }) => (row.id === null ? [] : [row]))
  return { found, total: rows[0]?.total ?? 0 }
}
