import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type AgendaRow = {
  id: string
  title: string
  price: number
  startsAt: string
  endsAt: string | null
  place: string | null
  thumbnail: string | null
  isPublished: boolean
  /** By the database's clock. */
  isOver: boolean
}

/** An agenda, published or not; locked, which queues those who want its last seat. */
export const lockAgenda = async (req: Request, id: string): Promise<AgendaRow | null> => {
  const rows = await query<AgendaRow>(
    req,
    sql`SELECT a.id, a.title, a.price::float8 AS price, a.starts_at AS "startsAt",
               a.ends_at AS "endsAt", a.place,
               (SELECT filename FROM media WHERE id = a.thumbnail_id) AS thumbnail,
               a._status = 'published' AS "isPublished",
               coalesce(a.ends_at, a.starts_at) < clock_timestamp() AS "isOver"
          FROM agendas a WHERE a.id = ${id} FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

/** Whether a seat is free beside the one that this user may hold; of an agenda that is locked. */
export const hasFreeSeat = async (req: Request, agenda: string, user: number): Promise<boolean> => {
  const [row] = await query<{ isFree: boolean }>(
    req,
    sql`SELECT a.capacity IS NULL OR a.capacity > (
                 SELECT count(*) FROM agenda_registrations r
                  WHERE r.agenda_id = a.id AND r.status <> 'CANCELLED' AND r.user_id <> ${user})
               AS "isFree"
          FROM agendas a WHERE a.id = ${agenda}`,
  )
  return row?.isFree ?? false
}

/**
 * Seats that nobody has or holds, by agenda; without an entry where seats are not counted. What
 * anybody may know: how many, never whose.
 */
export const countFreeSeats = async (
  req: Request,
  agendas: string[],
): Promise<Map<string, number>> => {
  const rows = await query<{ id: string; free: number }>(
    req,
    sql`SELECT a.id, greatest(a.capacity - count(r.id), 0)::int AS free
          FROM agendas a
          LEFT JOIN agenda_registrations r ON r.agenda_id = a.id AND r.status <> 'CANCELLED'
         WHERE a.id IN (SELECT json_array_elements_text(${JSON.stringify(agendas)}::json))
           AND a.capacity IS NOT NULL
         GROUP BY a.id`,
  )
  return new Map(rows.map(({ id, free }) => [id, free]))
}

export type Seat = {
  id: number
  status: 'PENDING' | 'CONFIRMED' | 'CANCELLED'
  transaction: string | null
}

/** The seat that somebody has, or holds while paying; null when they have none. */
export const findSeat = async (
  req: Request,
  user: number,
  agenda: string,
): Promise<Seat | null> => {
  const rows = await query<Seat>(
    req,
    sql`SELECT id, status, transaction_id AS transaction FROM agenda_registrations
         WHERE user_id = ${user} AND agenda_id = ${agenda} AND status <> 'CANCELLED'`,
  )
  return rows[0] ?? null
}

/** The newest registration that a transaction has made; locked. */
export const lockSeatOf = async (req: Request, transaction: string): Promise<Seat | null> => {
  const rows = await query<Seat>(
    req,
    sql`SELECT id, status, transaction_id AS transaction FROM agenda_registrations
         WHERE transaction_id = ${transaction} ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}
