import crypto from 'node:crypto'
import { promisify } from 'node:util'

import type { CollectionBeforeOperationHook } from 'payload'

import { emailExists } from '../sql'

/** What Payload spends on checking a password (its generatePasswordSaltHash). */
const ITERATIONS = 600_000
const KEY_LENGTH = 32

/**
 * A login with an unknown e-mail takes as long as one with a wrong password, so that the time tells
 * nobody which e-mails exist.
 */
export const hideWhoExists: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return
  const { email, password } =
    (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  // Payload refuses these without a look.
  if (typeof email !== 'string' || typeof password !== 'string' || !password.trim()) return
  if (await emailExists(req, email.trim().toLowerCase())) return
  const salt = crypto.randomBytes(32).toString('hex')
  await promisify(crypto.pbkdf2)(password, salt, ITERATIONS, KEY_LENGTH, 'sha256')
}
