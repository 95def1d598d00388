import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Queues those who give articles their slugs, until the end of the transaction: two may want the same. */
export const lockSlugs = async (req: Request): Promise<void> => {
  await query(req, sql`SELECT pg_advisory_xact_lock(hashtext('news: slugs'))`)
}
