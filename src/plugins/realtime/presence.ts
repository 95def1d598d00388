import type { Config, Payload } from 'payload'
import type { Socket } from 'socket.io'

import type { SocketCaller } from './events'
import { socketsOf } from './holder'
import { enterPlace, leavePlace, leavePlaces, usersAmong, usersInRoom } from './sql'

/** The room that every socket is in while it is connected. */
const EVERYWHERE = ''

type Hear = {
  /**
   * A user's last socket has left a room without saying so: it disconnected, or its instance died.
   * Whoever says so (`leaveRoom`) learns it from the answer, and this is not called. Exactly one
   * instance hears it.
   */
  onLeft: (payload: Payload, room: string, user: number) => Promise<void>
  /** A user's first socket has connected, anywhere. */
  onOnline?: (payload: Payload, user: number) => Promise<void>
  /** A user's last socket has gone, everywhere. */
  onOffline?: (payload: Payload, user: number) => Promise<void>
}

const declaredIn = (config: Pick<Config, 'custom'>): Hear[] =>
  (config.custom?.presence as Hear[] | undefined) ?? []

/** Declares who hears of people who come and go. */
export const withPresence = (config: Config, hear: Hear): Config => ({
  ...config,
  custom: { ...config.custom, presence: [...declaredIn(config), hear] },
})

const tellEach = async (
  payload: Payload,
  hear: (declared: Hear) => Promise<void> | undefined,
): Promise<void> => {
  for (const declared of declaredIn(payload.config)) {
    try {
      await hear(declared)
    } catch (err) {
      payload.logger.error({ err, msg: 'What follows somebody who comes or goes failed' })
    }
  }
}

export const hearCame = async (payload: Payload, room: string, user: number): Promise<void> => {
  if (room === EVERYWHERE) await tellEach(payload, ({ onOnline }) => onOnline?.(payload, user))
}

export const hearLeft = async (payload: Payload, room: string, user: number): Promise<void> =>
  tellEach(payload, ({ onLeft, onOffline }) =>
    room === EVERYWHERE ? onOffline?.(payload, user) : onLeft(payload, room, user),
  )

/** Where a socket should be, whatever the table says. */
export const placesHere = (socket: Socket): Set<string> =>
  ((socket.data as { places?: Set<string> }).places ??= new Set())

/** The table is to be compared with what is true here, at the next heartbeat. */
const doubtTable = (payload: Payload): void => {
  const attached = socketsOf(payload)
  if (attached) attached.isPresenceStale = true
}

/**
 * Notes that a socket is in a room, for all instances to see. This is presence, and not a room of
 * Socket.IO's: whoever wants to hear what is said there joins that one (`socket.join`).
 * @returns `isFirst`: no other socket of this user is in the room, on any instance
 */
export const enterRoom = async (
  { payload, socket, user }: SocketCaller,
  room: string,
): Promise<{ isFirst: boolean }> => {
  const attached = socketsOf(payload)
  if (!attached) return { isFirst: false }
  placesHere(socket).add(room)
  try {
    const place = { socket: socket.id, room, user: user.id }
    return { isFirst: await enterPlace({ payload }, place, attached.instance) }
  } catch (error) {
    placesHere(socket).delete(room)
    doubtTable(payload)
    throw error
  }
}

/** @returns `isLast`: no other socket of this user is in the room any more; only now, and only once */
export const leaveRoom = async (
  { payload, socket, user }: SocketCaller,
  room: string,
): Promise<{ isLast: boolean }> => {
  if (!socketsOf(payload) || !placesHere(socket).delete(room)) return { isLast: false }
  try {
    const place = { socket: socket.id, room, user: user.id }
    return { isLast: await leavePlace({ payload }, place) }
  } catch (error) {
    doubtTable(payload)
    throw error
  }
}

/** Everybody has a socket in the room: users' ids, in order. */
export const usersIn = async (payload: Payload, room: string): Promise<number[]> =>
  usersInRoom({ payload }, room)

/** Which of these users have a socket anywhere. */
export const onlineAmong = async (payload: Payload, users: number[]): Promise<Set<number>> =>
  new Set(users.length === 0 ? [] : await usersAmong({ payload }, EVERYWHERE, users))

/** Notes that a socket is there at all. */
export const comeOnline = async (caller: SocketCaller): Promise<void> => {
  const { payload, socket, user } = caller
  try {
    const { isFirst } = await enterRoom(caller, EVERYWHERE)
    if (isFirst) await hearCame(payload, EVERYWHERE, user.id)
  } catch (err) {
    // The next heartbeat tries again.
    placesHere(socket).add(EVERYWHERE)
    payload.logger.warn({ err, msg: 'A socket could not be noted' })
  }
}

/** Takes a socket that is gone out of every room, and tells of those that it was the last in. */
export const leaveEverywhere = async ({ payload, socket }: SocketCaller): Promise<void> => {
  placesHere(socket).clear()
  try {
    for (const { room, user, isLast } of await leavePlaces({ payload }, socket.id)) {
      if (isLast) await hearLeft(payload, room, user)
    }
  } catch (err) {
    doubtTable(payload)
    payload.logger.warn({ err, msg: 'A socket that is gone could not be noted' })
  }
}
