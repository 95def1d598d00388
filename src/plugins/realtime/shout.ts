import type { Config, Payload } from 'payload'
import type { Socket } from 'socket.io'

import { socketsOf } from './holder'
import { tellOthers, withInstanceListener } from './instances'

const NOTICE = 'realtime:shout'

type Shout = { room: string; event: string; data: Record<string, unknown> }

/** The sockets of this process that are in a room. */
export const localSocketsIn = (payload: Payload, room: string): Socket[] => {
  const main = socketsOf(payload)?.sockets.of('/')
  if (!main) return []
  const ids = [...(main.adapter.rooms.get(room) ?? [])]
  return ids.flatMap((id) => main.sockets.get(id) ?? [])
}

/** The rooms that sockets of this process are in. */
export const localRooms = (payload: Payload): string[] => [
  ...(socketsOf(payload)?.sockets.of('/').adapter.rooms.keys() ?? []),
]

const emitHere = (payload: Payload, { room, event, data }: Shout, except?: Socket): void => {
  const here = socketsOf(payload)?.sockets.local.to(room)
  void (except ? here?.except(except.id) : here)?.emit(event, data)
}

/**
 * Tells everybody in the room on every instance, at once: for what is not worth keeping (somebody is
 * typing). It waits for no transaction, and whoever is away for a moment never hears it.
 * @param except a socket of this process that is not told
 */
export const shout = (
  payload: Payload,
  room: string,
  event: string,
  data: Record<string, unknown>,
  except?: Socket,
): void => {
  const said: Shout = { room, event, data }
  emitHere(payload, said, except)
  tellOthers(payload, NOTICE, said)
}

/** Passes on what other instances shout. */
export const withShouts = (config: Config): Config =>
  withInstanceListener(config, NOTICE, (payload, data) => emitHere(payload, data as Shout))
