import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

import type { Notice } from './notify'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type Told = { id: number; email: string; name: string }

/** Writes an entry of an inbox, once per key; null when it was told before, or its user is gone. */
export const insertNotice = async (
  req: Request,
  { user, kind, title, body, data, key }: Notice,
): Promise<Told | null> => {
  const rows = await query<Told>(
    req,
    sql`WITH told AS (
          INSERT INTO notifications (user_id, kind, title, body, data, key, created_at, updated_at)
          SELECT id, ${kind}, ${title}, ${body}, ${data ? JSON.stringify(data) : null}::jsonb, ${key},
                 clock_timestamp(), clock_timestamp()
            FROM users WHERE id = ${user}
          ON CONFLICT (key) DO NOTHING
          RETURNING id, user_id)
        SELECT told.id, u.email, u.name FROM told JOIN users u ON u.id = told.user_id`,
  )
  return rows[0] ?? null
}

/** How many entries of an inbox are unread. */
export const countUnread = async (req: Request, user: number): Promise<number> => {
  const [row] = await query<{ unread: number }>(
    req,
    sql`SELECT count(*)::int AS unread FROM notifications
         WHERE user_id = ${user} AND read_at IS NULL`,
  )
  return row?.unread ?? 0
}

/** Marks every unread entry of an inbox as read, now; returns how many those were. */
export const markAllRead = async (req: Request, user: number): Promise<number> => {
  const rows = await query(
    req,
    sql`UPDATE notifications SET read_at = clock_timestamp(), updated_at = clock_timestamp()
         WHERE user_id = ${user} AND read_at IS NULL RETURNING id`,
  )
  return rows.length
}
