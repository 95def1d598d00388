import type { CollectionBeforeLoginHook } from 'payload'
import { AuthenticationError } from 'payload'

import type { User } from '@/payload-types'

import { lockCredentials } from '../sql'

/**
 * The password was checked against the user as read before the transaction. If the account has been
 * disabled, or its password or role changed since, that check is worth nothing.
 */
export const refuseStaleLogin: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  const now = await lockCredentials(req, user.id)
  const seen = user as { credentialsVersion?: number }
  if (now && !now.disabled && now.credentialsVersion === seen.credentialsVersion) return
  throw new AuthenticationError(req.t)
}
