import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Locks a file that was uploaded a day ago and never sent, for the rest of the transaction. */
export const lockUnusedFile = async (req: Request, except: number[]): Promise<number | null> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM chat_files f
         WHERE created_at < clock_timestamp() - interval '1 day'
           AND NOT EXISTS (SELECT FROM messages WHERE attachment_id = f.id)
           AND id <> ALL(${`{${except.join(',')}}`}::int[])
         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  )
  return rows[0]?.id ?? null
}
