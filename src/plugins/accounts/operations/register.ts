import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import { withTransaction } from '@/database/transactions'
import { ApiError } from '@/lib/apiError'

import type { registration } from '../schemas'
import { emailExists } from '../sql'
import type { SignedIn } from './signIn'
import { signIn } from './signIn'

/**
 * Registers a patient and signs them in.
 * @throws {ApiError} 422 when the e-mail is taken; 403 before there is an admin; 429
 */
export const register = async (
  req: PayloadRequest,
  input: z.infer<typeof registration>,
): Promise<SignedIn> =>
  withTransaction(req, async () => {
    const { name, email, password, address, phone } = input
    if (await emailExists(req, email)) {
      throw new ApiError(422, 'Email sudah terdaftar.', {
        errors: { email: ['Email sudah terdaftar.'] },
      })
    }
    await req.payload.create({
      collection: 'users',
      data: {
        name,
        email,
        password,
        role: 'patient',
        address: address ?? null,
        phone: phone ?? null,
      },
      depth: 0,
      req,
      overrideAccess: true,
    })
    req.context.internalSignIn = true
    return signIn(req, { email, password })
  })
