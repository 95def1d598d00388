import type { Payload, PayloadRequest, TypedUser } from 'payload'
import type { Socket } from 'socket.io'

import { afterCommit } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'

import type { Identify } from './holder'
import { socketsOf } from './holder'
import { userRoom } from './rooms'

const MINUTE_MS = 60 * 1000

/** A socket, of this process or another's. */
type Connected = Pick<Socket, 'data' | 'handshake'> & { disconnect: (close: boolean) => unknown }

/** Hangs up on a socket whose session has ended, or whose user now has another role, and other rooms. */
export const recheck = async (socket: Connected, identify: Identify): Promise<void> => {
  const { user } = socket.data as { user: TypedUser }
  // A database that is away vouches for nobody.
  const now = await identify(socket.handshake).catch(() => null)
  if (now?.id !== user.id || now.role !== user.role) socket.disconnect(true)
}

/**
 * Asks a user's sockets again who they are, once the transaction of `req` is committed: for whatever
 * ends sessions or changes rights. The panel connects again by itself, if it still may.
 */
export const recheckUser = async (
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  user: number | string,
): Promise<void> =>
  afterCommit(req, async () => {
    const attached = socketsOf(req.payload)
    if (!attached) return
    const theirs = await attached.sockets.in(userRoom(user)).fetchSockets()
    await Promise.all(theirs.map((socket) => recheck(socket, attached.identify)))
  })

/** Asks every socket of this process: sessions also expire, and end on other instances. */
export const recheckAll = async (payload: Payload): Promise<void> => {
  const attached = socketsOf(payload)
  if (!attached) return
  for (const socket of await attached.sockets.local.fetchSockets()) {
    await recheck(socket, attached.identify)
  }
}

export const recheckSweeper: Sweeper = {
  name: 'recheck-sockets',
  everyMs: MINUTE_MS,
  run: recheckAll,
}
