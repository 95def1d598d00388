import { isIPv6 } from 'node:net'

import type { PayloadRequest } from 'payload'

import { clientIp } from '@/lib/clientIp'
import type { Limit } from '@/lib/rateLimit'
import { consume, sayRetryAfter } from '@/lib/rateLimit'
import type { Assistant } from '@/payload-types'

import { quotaUsedUp } from '../errors'
import { optionsOf } from '../options'
import type { Subject } from '../quotas.sql'
import { giveBackQuotas, takeQuotas } from '../quotas.sql'

/** Of an address: a waiting room may share one. */
const BURST: Limit = { name: 'assistant', points: 30, seconds: 60 }

/** An IPv4 address, or the 64 bits of IPv6 that one household has to itself. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

const subjectsOf = ({ user }: PayloadRequest, quotas: Assistant['quotas'], network: string) => [
  user
    ? { name: `user:${user.id}`, quota: quotas.user }
    : { name: `guest:${network}`, quota: quotas.guest },
  { name: `address:${network}`, quota: quotas.address },
  { name: 'total', quota: quotas.total },
]

/**
 * Counts a question to the model: of its user or guest, of its address, and of everybody, per day of the
 * clinic; and how many come at once from an address.
 * @returns gives it back, for a question that the model never answered
 * @throws {ApiError} 429 with `Retry-After`
 */
export const countQuota = async (
  req: PayloadRequest,
  quotas: Assistant['quotas'],
): Promise<() => Promise<void>> => {
  const { clinicTimezone, rateLimitFactor } = optionsOf(req)
  const network = networkOf(clientIp(req.headers))
  await consume(req, BURST, network, rateLimitFactor)
  const subjects: Subject[] = subjectsOf(req, quotas, network)
  const { day, usedUp, secondsLeft } = await takeQuotas(req, clinicTimezone, subjects)
  if (usedUp !== null) {
    sayRetryAfter(req, secondsLeft)
    throw quotaUsedUp()
  }
  return async () => giveBackQuotas(req, day, subjects)
}
