import type { Payload, TypedUser } from 'payload'
import type { Server, Socket } from 'socket.io'

/** Who a socket is, by what it came in with; null when that signs nobody in (any more). */
export type Identify = (handshake: Socket['handshake']) => Promise<TypedUser | null>

export type Attached = { sockets: Server; identify: Identify }

const SOCKETS = Symbol.for('sehat.sockets')
type Holder = { [SOCKETS]?: Attached }

/** What is single in a process lives on its Payload instance: Next's bundle finds the server's sockets there. */
export const keepSockets = (payload: Payload, attached: Attached): void => {
  ;(payload as Holder)[SOCKETS] = attached
}

/** The process's sockets; a script has none. */
export const socketsOf = (payload: Payload): Attached | undefined => (payload as Holder)[SOCKETS]
