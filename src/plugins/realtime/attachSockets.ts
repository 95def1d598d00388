import type { Payload, TypedUser } from 'payload'
import type { Server, Socket } from 'socket.io'

import type { Identify } from './holder'
import { keepSockets } from './holder'
import { recheck } from './recheck'
import { roomsOf } from './rooms'

/**
 * Puts each socket that comes in into its rooms; `socket.data.user` says who it is. Then it is asked
 * again: a session may have ended while it came in, before it was in the room where that is told.
 */
export const attachSockets = (payload: Payload, sockets: Server, identify: Identify): void => {
  keepSockets(payload, { sockets, identify })
  sockets.on('connection', (socket: Socket) => {
    const { user } = socket.data as { user: TypedUser }
    void socket.join(roomsOf(payload.config, user))
    void recheck(socket, identify)
  })
}
