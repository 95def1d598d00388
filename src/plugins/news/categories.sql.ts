import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/**
 * Queues those who make and move categories, until the end of the transaction: two moves could make a loop,
 * and two new ones have the same slug, or the same place.
 */
export const lockTree = async (req: Request): Promise<void> => {
  await query(req, sql`SELECT pg_advisory_xact_lock(hashtext('categories: tree'))`)
}

/** The chain from a category to its top, itself first; stops where it comes round. */
export const findAncestors = async (req: Request, id: number): Promise<number[]> => {
  const rows = await query<{ id: number }>(
    req,
    sql`WITH RECURSIVE up AS (
          SELECT id, parent_id FROM categories WHERE id = ${id}
          UNION SELECT c.id, c.parent_id FROM categories c JOIN up ON c.id = up.parent_id)
        SELECT id FROM up`,
  )
  return rows.map((row) => row.id)
}

/** How many levels a category and what is within it take: 1 where nothing is. */
export const readHeight = async (req: Request, id: number): Promise<number> => {
  const [row] = await query<{ height: number }>(
    req,
    sql`WITH RECURSIVE down AS (
          SELECT id, 1 AS level FROM categories WHERE id = ${id}
          UNION SELECT c.id, down.level + 1 FROM categories c JOIN down ON c.parent_id = down.id
           WHERE down.level < 100)
        SELECT max(level) AS height FROM down`,
  )
  return row?.height ?? 1
}

/** Whether a category has others within it, or articles: published, drafts, or in the trash. */
export const isInUse = async (req: Request, id: number): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 FROM categories WHERE parent_id = ${id}
        UNION ALL SELECT 1 FROM news_rels WHERE categories_id = ${id}
        UNION ALL SELECT 1 FROM _news_v_rels r JOIN _news_v v ON v.id = r.parent_id
                   WHERE r.categories_id = ${id} AND v.latest
        LIMIT 1`,
  )
  return rows.length > 0
}
