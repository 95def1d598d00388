import type { PayloadRequest, TypedUser } from 'payload'

import { hasRole } from '@/access'

import { notAnEditor } from '../errors'

/**
 * Whoever schedules, as they are now: their rights may have gone since.
 * @param id of a user; anything may have been written there
 * @throws {ApiError} 403 when they may not publish (any more)
 */
export const editorOf = async (req: PayloadRequest, id: unknown): Promise<TypedUser> => {
  const user =
    typeof id === 'number'
      ? await req.payload.findByID({
          collection: 'users',
          id,
          depth: 0,
          disableErrors: true,
          req,
          overrideAccess: true,
        })
      : null
  const known = user && { ...user, collection: 'users' as const }
  if (!known || known.disabled || !hasRole({ user: known }, 'editor', 'admin')) throw notAnEditor()
  return known
}
