import type { Config, Payload, PayloadRequest, TypedUser } from 'payload'
import type { Server, Socket } from 'socket.io'

import { afterCommit } from '@/database/transactions'

/** A room that everybody whom it is for is in from the moment they connect. */
export type Room = { name: string; isFor: (user: TypedUser) => boolean }

type Sockets = Pick<Server, 'to' | 'on'>
/** What is single in a process lives on its Payload instance: Next's bundle finds the server's sockets there. */
const SOCKETS = Symbol.for('sehat.sockets')
type Holder = { [SOCKETS]?: Sockets }

const roomsOf = (config: Pick<Config, 'custom'>): Room[] =>
  (config.custom?.rooms as Room[] | undefined) ?? []

/** Declares a room. */
export const withRoom = (config: Config, room: Room): Config => ({
  ...config,
  custom: { ...config.custom, rooms: [...roomsOf(config), room] },
})

/** The room of one user, on however many devices. */
export const userRoom = (id: number | string): string => `user:${id}`

/** Puts each socket that comes in into its rooms; `socket.data.user` says who it is. */
export const attachSockets = (payload: Payload, sockets: Server): void => {
  ;(payload as Holder)[SOCKETS] = sockets
  const rooms = roomsOf(payload.config)
  sockets.on('connection', (socket: Socket) => {
    const { user } = socket.data as { user: TypedUser }
    const names = rooms.filter(({ isFor }) => isFor(user)).map(({ name }) => name)
    void socket.join([userRoom(user.id), ...names])
  })
}

/**
 * Tells everybody in a room, once the transaction of `req` is committed, and never when it is not.
 * Events say what happened to what (ids), never what is in it: who hears of it reads it over the API,
 * where the rules are.
 */
export const tell = async (
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  room: string,
  event: string,
  data: Record<string, unknown>,
): Promise<void> =>
  afterCommit(req, () => {
    ;(req.payload as Holder)[SOCKETS]?.to(room).emit(event, data)
  })
