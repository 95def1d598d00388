import { query, sql } from '@/database/sql'
import { ranked } from '@/plugins/news/search.sql'

import { systemRequest } from '../support/payload'

/** How Postgres would search. */
export const explain = async (q: string): Promise<string> => {
  const asked = { q, prefix: null, rest: q, category: null, limit: 10, offset: 0 }
  const lines = await query<{ 'QUERY PLAN': string }>(
    await systemRequest(),
    sql`EXPLAIN ${ranked(asked)}`,
  )
  return lines.map((line) => line['QUERY PLAN']).join('\n')
}
