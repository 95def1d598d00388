import { TokenBucket } from 'limiter'

import type { SocketCost } from './events'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** contracts/README, "consultation": 60 messages at once, then 10 a second; all events together four times that. */
const RATES: Record<SocketCost, { burst: number; perSecond: number }> = {
  message: { burst: 60, perSecond: 10 },
  signal: { burst: 240, perSecond: 40 },
}
/** A user's sockets of one process together, in sockets. */
const SOCKETS_WORTH = 4
/** One user's sockets in one process. */
export const SOCKETS_MAX = 50

type Buckets = Record<SocketCost, TokenBucket>

const bucketsOf = (factor: number, parent?: Buckets): Buckets => {
  const bucket = (cost: SocketCost): TokenBucket => {
    const { burst, perSecond } = RATES[cost]
    const full = new TokenBucket({
      bucketSize: burst * factor,
      tokensPerInterval: perSecond * factor,
      interval: SECOND_MS,
      ...(parent ? { parentBucket: parent[cost] } : {}),
    })
    full.content = full.bucketSize
    return full
  }
  return { message: bucket('message'), signal: bucket('signal') }
}

type Somebody = { buckets: Buckets; connections: Set<object>; leftAt: number }

/** Takes an event's worth; false: there is none left. A message costs both kinds. */
export type Take = (cost: SocketCost) => boolean

/**
 * Counts what each user's sockets of this process send, and how many there are.
 * @param factor RATE_LIMIT_FACTOR
 */
export const createPeople = (factor: number) => {
  const known = new Map<number | string, Somebody>()

  const somebody = (user: number | string): Somebody => {
    const found = known.get(user)
    if (found) return found
    const made = {
      buckets: bucketsOf(factor * SOCKETS_WORTH),
      connections: new Set<object>(),
      leftAt: 0,
    }
    known.set(user, made)
    return made
  }

  return {
    /** Counts a connection, unless its user has too many; a connection that has closed must `leave`. */
    enter: (user: number | string, connection: object): boolean => {
      const { connections } = somebody(user)
      if (connections.size >= SOCKETS_MAX) return false
      connections.add(connection)
      return true
    },
    leave: (user: number | string, connection: object): void => {
      const { connections } = somebody(user)
      connections.delete(connection)
      somebody(user).leftAt = Date.now()
    },
    /** The rates of one socket, within its user's. */
    rates: (user: number | string): Take => {
      const own = bucketsOf(factor, somebody(user).buckets)
      return (cost) =>
        own.signal.tryRemoveTokens(1) && (cost === 'signal' || own.message.tryRemoveTokens(1))
    },
    /** Whoever comes back at once finds their rates as they left them; a minute later they are full anyway. */
    forget: (): void => {
      for (const [user, { connections, leftAt }] of known) {
        if (connections.size === 0 && leftAt < Date.now() - MINUTE_MS) known.delete(user)
      }
    },
  }
}

export type People = ReturnType<typeof createPeople>
