import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload'>

/** A socket of somebody in a room. */
export type Place = { socket: string; room: string; user: number }
/** Somebody who has left a room with one socket; `isLast`: with the last one, on all instances. */
export type Left = { room: string; user: number; isLast: boolean }

/** An instance that was not heard of for so long is gone. */
const GONE = sql`interval '10 seconds'`

/** Says that an instance lives. @returns it was not known, or has been taken for dead meanwhile */
export const beat = async (req: Request, instance: string): Promise<boolean> => {
  const [row] = await query<{ isNew: boolean }>(
    req,
    sql`INSERT INTO socket_instances (id, seen_at) VALUES (${instance}, clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp() RETURNING xmax = 0 AS "isNew"`,
  )
  return row?.isNew ?? true
}

export const forgetInstance = async (req: Request, instance: string): Promise<void> => {
  await query(req, sql`DELETE FROM socket_instances WHERE id = ${instance}`)
}

export const forgetDeadInstances = async (req: Request): Promise<void> => {
  await query(
    req,
    sql`DELETE FROM socket_instances WHERE id IN (
          SELECT id FROM socket_instances WHERE seen_at < clock_timestamp() - ${GONE}
           FOR UPDATE SKIP LOCKED)`,
  )
}

/** @returns it is the user's first socket in the room */
export const enterPlace = async (
  req: Request,
  { socket, room, user }: Place,
  instance: string,
): Promise<boolean> => {
  const [row] = await query<{ isFirst: boolean }>(
    req,
    sql`SELECT enter_room(${socket}, ${room}, ${user}, ${instance}) AS "isFirst"`,
  )
  return row?.isFirst ?? false
}

/** @returns it was the user's last socket in the room */
export const leavePlace = async (req: Request, { socket, room, user }: Place): Promise<boolean> => {
  const [row] = await query<{ isLast: boolean }>(
    req,
    sql`SELECT leave_room(${socket}, ${room}, ${user}) AS "isLast"`,
  )
  return row?.isLast ?? false
}

export const leavePlaces = async (req: Request, socket: string): Promise<Left[]> =>
  query<Left>(
    req,
    sql`SELECT room, user_id AS user, is_last AS "isLast" FROM leave_rooms(${socket})`,
  )

/** Takes out some of those whose instance is gone; nothing is returned when nobody is left. */
export const sweepPlaces = async (req: Request, atMost: number): Promise<Left[]> =>
  query<Left>(
    req,
    sql`SELECT room, user_id AS user, is_last AS "isLast" FROM sweep_rooms(${atMost})`,
  )

export const placesOf = async (req: Request, instance: string): Promise<Place[]> =>
  query<Place>(
    req,
    sql`SELECT socket_id AS socket, room, user_id AS user FROM socket_presence
         WHERE instance_id = ${instance}`,
  )

/** Who is in a room, on an instance that lives; in the order of their ids. */
export const usersInRoom = async (req: Request, room: string): Promise<number[]> => {
  const rows = await query<{ user: number }>(
    req,
    sql`SELECT DISTINCT p.user_id AS user
          FROM socket_presence p JOIN socket_instances i ON i.id = p.instance_id
         WHERE p.room = ${room} AND i.seen_at > clock_timestamp() - ${GONE} ORDER BY p.user_id`,
  )
  return rows.map(({ user }) => user)
}

/** Which of these users are in a room, on an instance that lives. */
export const usersAmong = async (
  req: Request,
  room: string,
  users: number[],
): Promise<number[]> => {
  const rows = await query<{ user: number }>(
    req,
    sql`SELECT DISTINCT p.user_id AS user
          FROM socket_presence p JOIN socket_instances i ON i.id = p.instance_id
         WHERE p.room = ${room} AND p.user_id = ANY(${`{${users.join(',')}}`}::int[])
           AND i.seen_at > clock_timestamp() - ${GONE}`,
  )
  return rows.map(({ user }) => user)
}
