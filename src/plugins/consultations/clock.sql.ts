import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** The moment by the database's clock, which is everybody's. */
export const databaseTime = async (req: Request): Promise<Date> => {
  const [row] = await query<{ now: string }>(req, sql`SELECT clock_timestamp() AS now`)
  if (!row) throw new Error('The database has no clock.')
  return new Date(row.now)
}
