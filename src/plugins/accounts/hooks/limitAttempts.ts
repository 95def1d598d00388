import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'

import { hasRole } from '@/access'
import { clientIp } from '@/lib/clientIp'
import type { Limit } from '@/lib/rateLimit'
import { consume, forgive } from '@/lib/rateLimit'
import type { User } from '@/payload-types'

import type { AccountsOptions } from '../index'

const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/**
 * Per address, and per address and account together. Never per account alone: a stranger could then
 * lock its owner out from anywhere.
 */
const PER_ADDRESS: Partial<Record<string, Limit>> = {
  login: { name: 'login-address', points: 100, seconds: QUARTER_HOUR },
  create: { name: 'register-address', points: 20, seconds: HOUR },
  forgotPassword: { name: 'forgot-address', points: 20, seconds: HOUR },
  resetPassword: { name: 'reset-address', points: 20, seconds: HOUR },
}
const PER_ACCOUNT: Partial<Record<string, Limit>> = {
  login: { name: 'login-account', points: 10, seconds: QUARTER_HOUR },
  forgotPassword: { name: 'forgot-account', points: 5, seconds: HOUR },
}

const EMAIL_MAX = 255

const pairKey = (req: PayloadRequest, email: unknown): string => {
  const account = typeof email === 'string' ? email.trim().toLowerCase().slice(0, EMAIL_MAX) : ''
  return `${clientIp(req.headers)}|${account}`
}

/** Set by our own operations that sign in somebody who has just registered. */
const isInternal = (req: PayloadRequest): boolean =>
  req.payloadAPI === 'local' || req.context.internalSignIn === true

/** Counts logins, registrations, password mails and resets, whichever door they come through. */
export const limitAttempts =
  ({ rateLimitFactor }: AccountsOptions): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (isInternal(req) || (operation === 'create' && hasRole(req, 'admin'))) return
    const perAddress = PER_ADDRESS[operation]
    if (perAddress) await consume(req, perAddress, clientIp(req.headers), rateLimitFactor)
    const perAccount = PER_ACCOUNT[operation]
    const email = (args as { data?: { email?: unknown } }).data?.email
    if (perAccount) await consume(req, perAccount, pairKey(req, email), rateLimitFactor)
  }

/** Whoever signs in was no attacker: the tries before it are forgotten. */
export const forgiveAttempts =
  ({ rateLimitFactor }: AccountsOptions): CollectionAfterLoginHook<User> =>
  async ({ req, user }) => {
    const limit = PER_ACCOUNT.login
    if (isInternal(req) || !limit) return
    await forgive(limit, pairKey(req, user.email), rateLimitFactor)
  }
