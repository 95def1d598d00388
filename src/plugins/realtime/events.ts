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
  /** Of its one argument. */
  schema: z.ZodType<Data>
  /** For the API reference: what it does, and what its acknowledgement adds. */
  description?: string
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

/** An event that clients hear, for the API reference. */
export type ToldEvent = { name: string; description: string }

type Added = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event has data of its own
  events: SocketEvent<any>[]
  told?: ToldEvent[]
  /** Runs when a socket has disconnected and its events are handled, before it leaves its rooms of presence. */
  onLeaving?: (caller: SocketCaller) => Promise<void>
}

type Declared = {
  events: ReadonlyMap<string, SocketEvent>
  onLeaving: NonNullable<Added['onLeaving']>[]
}

const addedIn = (config: Pick<Config, 'custom'>): Added[] =>
  (config.custom?.socketEvents as Added[] | undefined) ?? []

/** Declares what clients may send, and says what they hear. */
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

/** Everything that clients may send and hear, for the API reference. */
export const describedEvents = (
  config: Pick<Config, 'custom'>,
): { sent: SocketEvent[]; told: ToldEvent[] } => ({
  sent: [...declaredEvents(config).events.values()],
  told: addedIn(config).flatMap(({ told = [] }) => told),
})
