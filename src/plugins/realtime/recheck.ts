import type { Config, Payload, PayloadRequest, TypedUser } from 'payload'
import type { Socket } from 'socket.io'

import { afterCommit } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'

import type { Identify } from './holder'
import { socketsOf } from './holder'
import { tellOthers, withInstanceListener } from './instances'
import { userRoom } from './rooms'
import { localSocketsIn } from './shout'

const MINUTE_MS = 60 * 1000
const NOTICE = 'realtime:recheck'

/** Hangs up on a socket whose session has ended, or whose user now has another role, and other rooms. */
export const recheck = async (socket: Socket, identify: Identify): Promise<void> => {
  const { user } = socket.data as { user: TypedUser }
  try {
    const now = await identify(socket.handshake)
    if (now?.id !== user.id || now.role !== user.role) socket.disconnect(true)
  } catch {
    // A database that is away vouches for nobody, and refuses nobody: as from a lost connection,
    // clients come back by themselves. At once: nobody waits until a client has read what is its.
    socket.conn.close(true)
  }
}

const recheckHere = async (payload: Payload, user: number | string): Promise<void> => {
  const attached = socketsOf(payload)
  if (!attached) return
  const theirs = localSocketsIn(payload, userRoom(user))
  await Promise.all(theirs.map(async (socket) => recheck(socket, attached.identify)))
}

/**
 * Asks a user's sockets again who they are, on every instance, once the transaction of `req` is
 * committed: for whatever ends sessions or changes rights. Only this instance's are waited for. The
 * panel connects again by itself, if it still may.
 */
export const recheckUser = async (
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  user: number | string,
): Promise<void> =>
  afterCommit(req, async () => {
    tellOthers(req.payload, NOTICE, { user })
    await recheckHere(req.payload, user)
  })

/** Hears of sessions that ended on other instances. */
export const withRechecks = (config: Config): Config =>
  withInstanceListener(config, NOTICE, (payload, { user }) => {
    void recheckHere(payload, user as number)
  })

/** Asks every socket of this process: for what this instance was not told of. */
export const recheckAll = async (payload: Payload): Promise<void> => {
  const attached = socketsOf(payload)
  if (!attached) return
  for (const socket of attached.sockets.of('/').sockets.values()) {
    await recheck(socket, attached.identify)
  }
}

export const recheckSweeper: Sweeper = {
  name: 'recheck-sockets',
  everyMs: MINUTE_MS,
  run: recheckAll,
}
