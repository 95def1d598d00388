import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import type { Payload, TypedUser } from 'payload'
import type { Server, Socket } from 'socket.io'

import { signInUnavailable } from '@/lib/refusals'

import { dispatchEvents } from './dispatch'
import { tooManySockets } from './errors'
import type { SocketCaller } from './events'
import { declaredEvents } from './events'
import type { Attached, Identify } from './holder'
import { keepSockets } from './holder'
import { hearInstances } from './instances'
import { createPeople } from './limits'
import { comeOnline, leaveEverywhere } from './presence'
import { recheck } from './recheck'
import { roomsOf } from './rooms'
import { beat, forgetInstance } from './sql'

type Data = { user: TypedUser; expiresAt?: number }

type Options = {
  identify: Identify
  /** The socket server has an adapter that carries events between instances. */
  isClustered: boolean
}

/** What is still in the buffers of sockets may go out; a client that does not read it is not waited for. */
const PATIENCE_MS = 2_000
/** Timers may fire a little early, and a token that is still good then would be good for long. */
const AFTER_EXPIRY_MS = 100
/** setTimeout takes no more. */
const TIMER_MAX_MS = 2 ** 31 - 1

const attach = (payload: Payload, sockets: Server, options: Options): Attached => ({
  ...options,
  sockets,
  instance: randomUUID(),
  people: createPeople(
    (payload.config.custom as { socketRateFactor?: number }).socketRateFactor ?? 1,
  ),
  leaving: new Set(),
  isPresenceStale: false,
  isStopping: false,
  notices: [],
})

/** A token ends by itself, and its socket with it. */
const hangUpAtExpiry = (socket: Socket, identify: Identify): void => {
  const { expiresAt } = socket.data as Data
  if (!expiresAt) return
  const ms = Math.min(Math.max(expiresAt - Date.now(), 0) + AFTER_EXPIRY_MS, TIMER_MAX_MS)
  const timer = setTimeout(() => void recheck(socket, identify), ms)
  socket.once('disconnect', () => clearTimeout(timer))
}

/** Counts connections, and lets nobody have too many. */
const admitPeople = (attached: Attached): void => {
  const { sockets, people } = attached
  sockets.use((socket, next) => {
    if (attached.isStopping) {
      // As a lost connection: clients come back by themselves, to another instance or to the next one.
      socket.conn.close()
      return next(signInUnavailable())
    }
    const { id } = (socket.data as Data).user
    if (!people.enter(id, socket.conn)) return next(tooManySockets())
    socket.conn.once('close', () => people.leave(id, socket.conn))
    next()
  })
}

const serve = (payload: Payload, attached: Attached): void => {
  const { sockets, identify, people, leaving } = attached
  const { events, onLeaving } = declaredEvents(payload.config)
  const leave = async (caller: SocketCaller, settled: () => Promise<unknown>): Promise<void> => {
    await settled()
    for (const run of onLeaving) {
      await run(caller).catch((err: unknown) =>
        payload.logger.error({ err, msg: 'What follows a disconnection failed' }),
      )
    }
    await leaveEverywhere(caller)
  }
  sockets.on('connection', (socket: Socket) => {
    const { user } = socket.data as Data
    const caller = { payload, user, socket }
    void socket.join(roomsOf(payload.config, user))
    const isOnline = comeOnline(caller)
    const isIdle = dispatchEvents(caller, events, people.rates(user.id))
    socket.once('disconnect', () => {
      const gone = leave(caller, async () => Promise.all([isOnline, isIdle()]))
      leaving.add(gone)
      void gone.finally(() => leaving.delete(gone))
    })
    hangUpAtExpiry(socket, identify)
    void recheck(socket, identify)
  })
}

/** Hangs up as a lost connection does: clients then come back by themselves. */
const hangUp = async (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('disconnect', () => resolve())
    socket.conn.close()
  })

const createDetach = (payload: Payload, attached: Attached) => async (): Promise<void> => {
  attached.isStopping = true
  const here = [...attached.sockets.of('/').sockets.values()]
  const patience = delay(PATIENCE_MS, undefined, { ref: false })
  await Promise.race([Promise.all(here.map(hangUp)), patience])
  await Promise.all(attached.leaving)
  await forgetInstance({ payload }, attached.instance).catch((err: unknown) =>
    // The others take it for dead soon.
    payload.logger.warn({ err, msg: 'This instance could not take itself off the list' }),
  )
}

/**
 * Puts each socket that comes in into its rooms, and serves its events; `socket.data.user` says who it
 * is, `socket.data.expiresAt` (ms) when its token ends. It is asked again who it is once it is in: a
 * session may have ended while it came in, before it was in the room where that is told.
 * @returns hangs up on all sockets, and waits until everybody knows; to be called before they are closed
 */
export const attachSockets = async (
  payload: Payload,
  sockets: Server,
  options: Options,
): Promise<() => Promise<void>> => {
  const attached = attach(payload, sockets, options)
  await beat({ payload }, attached.instance)
  keepSockets(payload, attached)
  admitPeople(attached)
  serve(payload, attached)
  hearInstances(payload, attached)
  return createDetach(payload, attached)
}
