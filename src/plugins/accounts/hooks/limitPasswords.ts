import type { CollectionBeforeOperationHook } from 'payload'
import { ValidationError } from 'payload'

export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 200

const SETS_PASSWORD = new Set(['create', 'update', 'resetPassword'])

/** Payload accepts any password of three characters. */
export const limitPasswords: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!SETS_PASSWORD.has(operation)) return
  const password = (args as { data?: { password?: unknown } }).data?.password
  if (typeof password !== 'string' || password === '') return
  if (password.length >= PASSWORD_MIN && password.length <= PASSWORD_MAX) return
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
