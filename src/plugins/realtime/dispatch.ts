import type { Socket } from 'socket.io'

import type { FieldErrors } from '@/lib/apiError'
import { checked } from '@/lib/checked'
import type { Envelope } from '@/lib/contract'
import { presentFailure } from '@/lib/contractFailure'

import { isDeaf } from './deaf'
import { tooManyEvents, unknownEvent } from './errors'
import type { SocketCaller, SocketCost, SocketEvent } from './events'
import type { Take } from './limits'
import type { Outcome } from './metrics'
import { countEvent } from './metrics'

type Acknowledgement = { ok: boolean; message?: string; errors?: FieldErrors } & Record<
  string,
  unknown
>

const presentRefusal = presentFailure({
  failure: (message, errors) => ({ ok: false, message, ...(errors ? { errors } : {}) }),
} as Envelope)

/** In metrics: whatever clients invent counts as one. */
const UNKNOWN = 'unknown'

const outcomeOf = (status: number): Outcome => {
  if (status === 429) return 'limited'
  return status >= 500 ? 'failed' : 'refused'
}

/** What came: `[name, data?, acknowledge?]`; anything may stand where a name or data should be. */
const readPacket = ([name, ...rest]: unknown[]) => {
  const last = rest.at(-1)
  const isAsked = typeof last === 'function'
  const data = isAsked ? rest.slice(0, -1) : rest
  return {
    name,
    data,
    acknowledge: isAsked ? (last as (answer: Acknowledgement) => void) : () => undefined,
  }
}

/**
 * Handles what a socket sends, by the declared events; whatever is not one of them is refused, and the
 * socket stays. Nothing reaches the socket's own emitter, for which names such as `error` mean something.
 * @returns waits for what is under way
 */
export const dispatchEvents = (
  caller: SocketCaller,
  events: ReadonlyMap<string, SocketEvent>,
  take: Take,
): (() => Promise<void>) => {
  const { payload, socket, user } = caller
  const lanes: Record<SocketCost, Promise<void>> = {
    message: Promise.resolve(),
    signal: Promise.resolve(),
  }
  let beside: Promise<void> = Promise.resolve()
  let isHungUp = false

  const refuse = (error: unknown, name: string): Acknowledgement => {
    const { status, body } = presentRefusal(error)
    if (status >= 500) payload.logger.error({ err: error, msg: 'A socket event failed' })
    countEvent(payload, name, outcomeOf(status))
    return body as Acknowledgement
  }
  const answer = async (event: SocketEvent, data: unknown[]): Promise<Acknowledgement> => {
    try {
      const given = checked(event.schema, data.length > 1 ? data : data[0])
      const fields = await event.handle(caller, given)
      countEvent(payload, event.name, 'done')
      return { ok: true, ...fields }
    } catch (error) {
      return refuse(error, event.name)
    }
  }

  /** Who does not listen to the answers is hung up on: nothing more is done for them. */
  const isHeard = (): boolean => {
    if (isHungUp) return false
    if (!isDeaf(socket)) return true
    isHungUp = true
    payload.logger.warn({ user: user.id, msg: 'A socket that asks and does not listen' })
    socket.conn.close(true)
    return false
  }
  const receive = (packet: unknown[]): void => {
    if (!isHeard()) return
    const { name, data, acknowledge } = readPacket(packet)
    const event = typeof name === 'string' ? events.get(name) : undefined
    const cost = event?.cost ?? 'signal'
    if (!take(cost)) return acknowledge(refuse(tooManyEvents(), event?.name ?? UNKNOWN))
    if (!event) return acknowledge(refuse(unknownEvent(), UNKNOWN))
    const run = async () => {
      if (!isHeard()) return
      acknowledge(await answer(event, data))
    }
    if (event.isIndependent) beside = Promise.all([beside, run()]).then(() => undefined)
    else lanes[cost] = lanes[cost].then(run)
  }
  // Never calling `next` keeps the packet from the emitter.
  ;(socket as Pick<Socket, 'use'>).use((packet) => receive(packet))

  return async () => {
    await Promise.all([lanes.message, lanes.signal, beside])
  }
}
