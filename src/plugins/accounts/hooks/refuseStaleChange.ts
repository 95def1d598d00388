import type { CollectionBeforeChangeHook } from 'payload'

import type { User } from '@/payload-types'

import { accountChanged } from '../errors'
import { lockCredentials } from '../sql'

/** What the database keeps from writes that were prepared before one of them changed (guards). */
const GUARDED = ['email', 'role', 'disabled'] as const

/**
 * A change of role, e-mail, password or `disabled` either stands or is refused: the database would
 * silently drop one that raced with another. A stale form that changes none of them still saves.
 */
export const refuseStaleChange: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return
  const isGuarded =
    Boolean(data.password) || GUARDED.some((name) => data[name] !== originalDoc[name])
  if (!isGuarded) return
  const now = await lockCredentials(req, originalDoc.id)
  const prepared = [originalDoc.credentialsVersion, data.credentialsVersion]
  if (now && prepared.every((version) => version === now.credentialsVersion)) return
  throw accountChanged()
}
