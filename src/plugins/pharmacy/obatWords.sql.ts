import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** As many as one reading of documents gives. */
export const FOUND_MAX = 100

/**
 * The obat on offer that have each of these words in their name, category or description, those with most
 * of them in their name first. Ids only: who may read them is decided where they are read.
 * @param words lower case
 */
export const findByWords = async (req: Request, words: string[]): Promise<number[]> => {
  const found = await query<{ id: number }>(
    req,
    sql`SELECT o.id
          FROM obat o
          LEFT JOIN obat_categories c ON c.id = o.category_id AND c.active
         CROSS JOIN LATERAL (
               SELECT lower(o.name) AS name,
                      lower(concat_ws(' ', o.name, c.name,
                                      jsonb_path_query_array(o.description, '$.**.text')::text))
                        AS everything) said
         CROSS JOIN LATERAL (
               SELECT count(*) FILTER (WHERE position(word IN said.name) > 0) AS in_name,
                      bool_and(position(word IN said.everything) > 0) AS has_all
                 FROM json_array_elements_text(${JSON.stringify(words)}::json) AS word) matching
         WHERE o.active AND matching.has_all
         ORDER BY matching.in_name DESC, o.name, o.id
         LIMIT ${FOUND_MAX}`,
  )
  return found.map(({ id }) => id)
}
