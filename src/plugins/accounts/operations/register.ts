import type { PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import type { z } from 'zod'

import { withTransaction } from '@/database/transactions'

import { emailTaken } from '../errors'
import type { registration } from '../schemas'
import type { SignedIn } from './signIn'
import { signIn } from './signIn'

type Registration = z.infer<typeof registration>

const createPatient = async (req: PayloadRequest, input: Registration): Promise<void> => {
  const { name, email, password, address = null, phone = null } = input
  try {
    await req.payload.create({
      collection: 'users',
      data: { name, email, password, role: 'patient', address, phone },
      depth: 0,
      req,
      overrideAccess: true,
    })
  } catch (error) {
    // The database knows it first: a look beforehand would miss who registers at the same time.
    const isTaken =
      error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'email')
    if (!isTaken) throw error
    throw emailTaken()
  }
}

/**
 * Registers a patient and signs them in.
 * @throws {ApiError} 422 when the e-mail is taken; 403 before there is an admin; 429
 */
export const register = async (req: PayloadRequest, input: Registration): Promise<SignedIn> =>
  withTransaction(req, async () => {
    await createPatient(req, input)
    req.context.internalSignIn = true
    return signIn(req, { email: input.email, password: input.password })
  })
