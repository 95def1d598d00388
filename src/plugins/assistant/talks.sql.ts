import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/**
 * Queues those who keep talks of one user, until the end of the transaction.
 * @returns whether there is (still) such a user
 */
export const lockOwner = async (req: Request, user: number): Promise<boolean> => {
  const rows = await query(req, sql`SELECT 1 FROM users WHERE id = ${user} FOR NO KEY UPDATE`)
  return rows.length > 0
}

/** A user's talk by its id, or by the id that its client knows it by; null: none is kept. */
export const findTalk = async (req: Request, user: number, id: string): Promise<string | null> => {
  const rows = await query<{ id: string }>(
    req,
    sql`SELECT id FROM assistant_conversations
         WHERE user_id = ${user} AND (id = ${id} OR client_id = ${id})
         ORDER BY id = ${id} DESC LIMIT 1`,
  )
  return rows[0]?.id ?? null
}

/** Deletes all but the newest talks of a user. */
export const deleteBeyond = async (req: Request, user: number, count: number): Promise<void> => {
  await query(
    req,
    sql`DELETE FROM assistant_conversations WHERE id IN (
          SELECT id FROM assistant_conversations
           WHERE user_id = ${user} ORDER BY updated_at DESC, id DESC OFFSET ${count})`,
  )
}

/** Deletes talks that have not gone on for so many months. @returns how many; at most `limit` */
export const deleteUntouched = async (
  req: Request,
  months: number,
  limit: number,
): Promise<number> => {
  const rows = await query(
    req,
    sql`DELETE FROM assistant_conversations WHERE id IN (
          SELECT id FROM assistant_conversations
           WHERE updated_at < now() - make_interval(months => ${months})
           ORDER BY updated_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING id`,
  )
  return rows.length
}
