import type { Payload, TypedUser } from 'payload'
import type { Server, Socket } from 'socket.io'

import type { People } from './limits'

/**
 * Who a socket is, by what it came in with; null when that signs nobody in (any more). Rejects while that
 * cannot be told.
 */
export type Identify = (handshake: Socket['handshake']) => Promise<TypedUser | null>

export type Attached = {
  sockets: Server
  identify: Identify
  /** This process among those that share the database: a UUID of its own. */
  instance: string
  /** There is an adapter that carries events between instances. */
  isClustered: boolean
  people: People
  /** Who is still leaving, by promise: a stop waits for them. */
  leaving: Set<Promise<void>>
  /** What the table of presence has may differ from what is true here: the next heartbeat compares. */
  isPresenceStale: boolean
  isStopping: boolean
  /** What the other instances are told at the end of this turn. */
  notices: [name: string, data: Record<string, unknown>][]
}

const SOCKETS = Symbol.for('sehat.sockets')
type Holder = { [SOCKETS]?: Attached }

/** What is single in a process lives on its Payload instance: Next's bundle finds the server's sockets there. */
export const keepSockets = (payload: Payload, attached: Attached): void => {
  ;(payload as Holder)[SOCKETS] = attached
}

/** The process's sockets; a script has none. */
export const socketsOf = (payload: Payload): Attached | undefined => (payload as Holder)[SOCKETS]
