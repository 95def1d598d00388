import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Queues those who write redirects by hand, until the end of the transaction: two could make a loop. */
export const lockRedirects = async (req: Request): Promise<void> => {
  await query(req, sql`SELECT pg_advisory_xact_lock(hashtext('redirects'))`)
}

/** Whether readers find an article under a slug. */
export const isPublishedAt = async (req: Request, slug: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 FROM news
         WHERE slug = ${slug} AND _status = 'published' AND deleted_at IS NULL`,
  )
  return rows.length > 0
}

/** Where a redirect leads: to an article, or to an address. */
export type Target = { article: number; url: null } | { article: null; url: string }

/** Where a path is led to, other than by the redirect `except`; null: nowhere. */
export const findTarget = async (
  req: Request,
  path: string,
  except: number | null,
): Promise<Target | null> => {
  const [row] = await query<{ article: number | null; url: string | null }>(
    req,
    sql`SELECT CASE WHEN r.to_type = 'reference' THEN rel.news_id END AS article,
               CASE WHEN r.to_type = 'custom' THEN r.to_url END AS url
          FROM redirects r LEFT JOIN redirects_rels rel
            ON rel.parent_id = r.id AND rel.path = 'to.reference'
         WHERE r."from" = ${path} AND r.id IS DISTINCT FROM ${except}`,
  )
  if (row?.article) return { article: row.article, url: null }
  return row?.url ? { article: null, url: row.url } : null
}

/** Redirects that lead to a path lead to where it leads now. */
export const passOn = async (req: Request, path: string, to: string): Promise<void> => {
  await query(
    req,
    sql`UPDATE redirects SET to_url = ${to}, updated_at = now()
         WHERE to_type = 'custom' AND to_url = ${path} AND "from" <> ${to}`,
  )
}

/** The slug of an article; null: there is none. */
export const findSlug = async (req: Request, article: number): Promise<string | null> => {
  const [row] = await query<{ slug: string | null }>(
    req,
    sql`SELECT slug FROM news WHERE id = ${article}`,
  )
  return row?.slug ?? null
}
