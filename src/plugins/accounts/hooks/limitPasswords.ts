import type { CollectionBeforeOperationHook } from 'payload'
import { ValidationError } from 'payload'

export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 200

const SETS_PASSWORD = new Set(['create', 'update', 'resetPassword'])

/** Payload accepts any password of three characters, and chokes on those that are no text. */
export const limitPasswords: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!SETS_PASSWORD.has(operation)) return
  const password = (args as { data?: { password?: unknown } }).data?.password
  // None is no change, and Payload asks for one where one is needed.
  if (password === undefined || password === null || password === '') return
  const length = typeof password === 'string' ? password.length : 0
  if (length >= PASSWORD_MIN && length <= PASSWORD_MAX) return
  throw new ValidationError(
    {
      collection: 'users',
      errors: [
        { path: 'password', message: `Password harus ${PASSWORD_MIN}–${PASSWORD_MAX} karakter.` },
      ],
      req,
    },
    req.t,
  )
}
