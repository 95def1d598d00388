import type { PayloadRequest } from 'payload'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

import { tooManyAttempts } from './refusals'

export type Limit = {
  /** Names the limit; limits of one name share their counts. */
  name: string
  /** Tries that are let through in one window, before `factor`. */
  points: number
  seconds: number
}

const LIMITERS = Symbol.for('sehat.rateLimiters')
const STORE = Symbol.for('sehat.rateLimitStore')
type Limiters = Map<string, RateLimiterAbstract>

/** Kept on globalThis: the server and Next's bundle each load this module, and must count together. */
type Holder = { [LIMITERS]?: Limiters; [STORE]?: unknown }
const holder = globalThis as Holder

/**
 * Counts in a Redis from now on, so that all instances count together.
 * @param redis an ioredis client that refuses at once while it is not connected; null: in this process
 */
export const countTogether = (redis: unknown): void => {
  holder[STORE] = redis
  holder[LIMITERS] = new Map()
}

const limiterFor = (limit: Limit, factor: number): RateLimiterAbstract => {
  const limiters = (holder[LIMITERS] ??= new Map())
  const known = limiters.get(limit.name)
  if (known) return known
  const settings = {
    keyPrefix: `sehat:limits:${limit.name}`,
    points: Math.max(1, Math.round(limit.points * factor)),
    duration: limit.seconds,
  }
  const alone = new RateLimiterMemory(settings)
  const storeClient = holder[STORE]
  // A Redis that is away: this process counts alone meanwhile.
  const limiter = storeClient
    ? new RateLimiterRedis({
        ...settings,
        storeClient,
        rejectIfRedisNotReady: true,
        insuranceLimiter: alone,
      })
    : alone
  limiters.set(limit.name, limiter)
  return limiter
}

/** Tells when to come again, with an answer that is 429. @returns whole seconds, at least one */
export const sayRetryAfter = (
  req: Pick<PayloadRequest, 'responseHeaders'>,
  seconds: number,
): number => {
  const whole = Math.max(1, Math.ceil(seconds))
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(whole))
  return whole
}

/**
 * Counts one try.
 * @param factor RATE_LIMIT_FACTOR
 * @throws {ApiError} 429 with `Retry-After` when the window's tries are used up
 */
export const consume = async (
  req: Pick<PayloadRequest, 'responseHeaders'>,
  limit: Limit,
  key: string,
  factor: number,
): Promise<void> => {
  try {
    await limiterFor(limit, factor).consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw tooManyAttempts(sayRetryAfter(req, refusal.msBeforeNext / 1000))
  }
}

/** Forgets the tries of a key: after a success, what came before it was no attack. */
export const forgive = async (limit: Limit, key: string, factor: number): Promise<void> => {
  await limiterFor(limit, factor).delete(key)
}
