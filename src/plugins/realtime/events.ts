import type { Config, Payload, TypedUser } from 'payload'
import type { Socket } from 'socket.io'
import type { z } from 'zod'

/** Whose event it is. */
export type SocketCaller = { payload: Payload; user: TypedUser; socket: Socket }

/** What an event counts as; messages count as signals, too (limits.ts). */
export type SocketCost = 'message' | 'signal'

/** An event that clients may send. */
export type SocketEvent<Data = unknown> = {
  name: string
  /** Of its one argument; make it strict. */
  schema: z.ZodType<Data>
  /** Absent: `signal`. */
  cost?: SocketCost
  /** It waits for no other event of its socket, and none waits for it: for what takes its time. */
  isIndependent?: true
  /**
   * Answers the acknowledgement's further fields. The events of one socket and cost are handled one
   * after the other, in the order in which they came.
   * @throws {ApiError} what the client should read: `{ok: false, message, errors?}`
   */
  handle: (caller: SocketCaller, data: Data) => Promise<Record<string, unknown>>
}

type Added = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event has data of its own
  events: SocketEvent<any>[]
  /** Runs when a socket has disconnected and its events are handled, before it leaves its rooms of presence. */
  onLeaving?: (caller: SocketCaller) => Promise<void>
}

type Declared = {
  events: ReadonlyMap<string, SocketEvent>
  onLeaving: NonNullable<Added['onLeaving']>[]
}

const addedIn = (config: Pick<Config, 'custom'>): Added[] =>
  (config.custom?.socketEvents as Added[] | undefined) ?? []

/** Declares what clients may send. */
export const withSocketEvents = (config: Config, added: Added): Config => ({
  ...config,
  custom: { ...config.custom, socketEvents: [...addedIn(config), added] },
})

/** @throws {Error} when two plugins declare one name */
export const declaredEvents = (config: Pick<Config, 'custom'>): Declared => {
  const added = addedIn(config)
  const events = new Map<string, SocketEvent>()
  for (const event of added.flatMap((each) => each.events)) {
    if (events.has(event.name)) throw new Error(`Two socket events are called ${event.name}.`)
    events.set(event.name, event as SocketEvent)
  }
  return { events, onLeaving: added.flatMap(({ onLeaving }) => (onLeaving ? [onLeaving] : [])) }
}
