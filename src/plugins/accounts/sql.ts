import type { PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type SessionUser = {
  id: number
  name: string
  email: string
  phone: string | null
  address: string | null
  role: Role
  disabled: boolean
  credentialsVersion: number
  createdAt: string
  updatedAt: string
}

/** The user of a living session, or null: logged out, expired, foreign and disabled all look alike. */
export const findSessionUser = async (
  req: Request,
  userId: number,
  sessionId: string,
): Promise<SessionUser | null> => {
  const rows = await query<SessionUser>(
    req,
    sql`SELECT u.id, u.name, u.email, u.phone, u.address, u.role, false AS disabled,
               u.credentials_version::int AS "credentialsVersion",
               u.created_at AS "createdAt", u.updated_at AS "updatedAt"
          FROM users u JOIN users_sessions s ON s._parent_id = u.id
         WHERE u.id = ${userId} AND s.id = ${sessionId}
           AND s.expires_at > now() AND u.disabled IS NOT TRUE`,
  )
  const [user] = rows
  if (!user) return null
  const iso = (time: string): string => new Date(time).toISOString()
  return { ...user, createdAt: iso(user.createdAt), updatedAt: iso(user.updatedAt) }
}

/** Locks the row for the rest of the transaction and tells the state that a login must respect. */
export const lockCredentials = async (
  req: Request,
  userId: number,
): Promise<{ disabled: boolean; credentialsVersion: number } | null> => {
  const rows = await query<{ disabled: boolean; credentialsVersion: number }>(
    req,
    sql`SELECT coalesce(disabled, false) AS disabled,
               credentials_version::int AS "credentialsVersion"
          FROM users WHERE id = ${userId} FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

/**
 * Lets the rest of this transaction end sessions of this user: the database keeps them from every
 * other write, since Payload rewrites the whole list with each login (migrations: guards).
 */
export const allowEndingSessions = async (req: Request, userId: number): Promise<void> => {
  await query(req, sql`SELECT 1 FROM users WHERE id = ${userId} FOR NO KEY UPDATE`)
  await query(req, sql`SELECT set_config('sehat.end_sessions', 'on', true)`)
}

export const deleteSession = async (req: Request, sessionId: string): Promise<void> => {
  await query(req, sql`DELETE FROM users_sessions WHERE id = ${sessionId}`)
}

export const emailExists = async (req: Request, email: string): Promise<boolean> => {
  const rows = await query<{ exists: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM users WHERE email = ${email}) AS exists`,
  )
  return rows[0]?.exists ?? false
}

const FIRST_USER_LOCK = 7_345_120_002

/** Queues those who try to become the first user, until the end of the transaction. */
export const lockFirstUser = async (req: Request): Promise<void> => {
  await query(req, sql`SELECT pg_advisory_xact_lock(${FIRST_USER_LOCK})`)
}

export const anyUserExists = async (req: Request): Promise<boolean> => {
  const rows = await query<{ exists: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM users) AS exists`,
  )
  return rows[0]?.exists ?? false
}

/** Spares one session from what the rest of this transaction ends. */
export const keepSession = async (req: Request, sessionId: string): Promise<void> => {
  await query(req, sql`SELECT set_config('sehat.keep_session', ${sessionId}, true)`)
}

export const anyAdminExists = async (req: Request): Promise<boolean> => {
  const rows = await query<{ exists: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT 1 FROM users WHERE role = 'admin') AS exists`,
  )
  return rows[0]?.exists ?? false
}

/**
 * Whether a user is an active admin, and none would be left without those who leave. Only a look: the
 * database has the last word (guards).
 */
export const isLastAdmin = async (
  req: Request,
  userId: number,
  leaving: readonly number[] = [userId],
): Promise<boolean> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM users WHERE role = 'admin' AND disabled IS NOT TRUE
           AND (id = ${userId} OR id <> ALL(${`{${leaving.join(',')}}`}::int[]))
         ORDER BY id = ${userId} DESC LIMIT 2`,
  )
  return rows.length === 1 && rows[0]?.id === userId
}

/** Where a row keeps its user from being deleted: the foreign keys that neither cascade nor forget. */
const findBooks = async (req: Request): Promise<{ table: string; column: string }[]> =>
  query(
    req,
    sql`SELECT c.conrelid::regclass::text AS table, a.attname AS column
          FROM pg_constraint c
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f' AND c.confrelid = 'users'::regclass AND c.confdeltype IN ('a', 'r')`,
  )

/** Whether something that is kept for good speaks of a user; accounts knows no domain, the database does. */
export const isReferredTo = async (req: Request, userId: number): Promise<boolean> => {
  const looks = (await findBooks(req)).map(
    ({ table, column }) =>
      sql`EXISTS (SELECT 1 FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} = ${userId})`,
  )
  if (looks.length === 0) return false
  const [row] = await query<{ found: boolean }>(
    req,
    sql`SELECT ${sql.join(looks, sql` OR `)} AS found`,
  )
  return row?.found ?? false
}
