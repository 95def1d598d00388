import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@/database/sql'

/**
 * What a consultation is at `moment`, told by its times: the column `status` only follows. Every rule
 * and every answer asks this, with the database's clock.
 * @param c the alias of `consultations` @param moment a timestamptz that a statement reads once
 */
export const stateOf = (c: string, moment: SQL): SQL => {
  const row = sql.identifier(c)
  return sql`CASE WHEN ${row}.ended_at IS NOT NULL OR ${moment} >= ${row}.expires_at THEN 'expired'
                  WHEN ${row}.started_at IS NULL OR ${moment} < ${row}.started_at THEN 'scheduled'
                  ELSE 'active' END`
}
