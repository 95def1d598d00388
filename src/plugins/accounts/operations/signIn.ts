import type { PayloadRequest } from 'payload'
import { AuthenticationError } from 'payload'

import type { User } from '@/payload-types'

import { wrongPair } from '../errors'

export type SignedIn = { token: string; user: User }

/**
 * Signs a user in by e-mail and password; the token is the same as every other login's.
 * @throws {ApiError} 401 for a wrong pair, an unknown e-mail and a disabled account alike; 429
 */
export const signIn = async (
  req: PayloadRequest,
  data: { email: string; password: string },
): Promise<SignedIn> => {
  try {
    const { token, user } = await req.payload.login({
      collection: 'users',
      data,
      depth: 0,
      req,
      overrideAccess: true,
    })
    if (!token) throw new Error('Payload answered a login without a token.')
    return { token, user: user as User }
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error
    throw wrongPair()
  }
}
