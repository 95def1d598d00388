import type { CollectionBeforeChangeHook } from 'payload'

import type { User } from '@/payload-types'

import { accountChanged } from '../errors'
import { lockCredentials } from '../sql'

/** What the database keeps from writes that were prepared before one of them changed (guards). */
const GUARDED = ['email', 'role', 'disabled'] as const

const trueValues = ({ email, role, disabled }: User) => ({
  email,
  role,
  disabled: disabled ?? false,
})

/**
 * A form that was opened before role, e-mail or `disabled` changed still saves, and the true values are
 * silently kept. A change that is meant, and races with another, is refused instead: the database would
 * drop it in silence. So is a new password in an old form.
 */
export const refuseStaleChange: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return
  const isStaleForm = data.credentialsVersion !== originalDoc.credentialsVersion
  const isGuarded =
    Boolean(data.password) || GUARDED.some((name) => data[name] !== originalDoc[name])
  if (!isGuarded) return
  if (isStaleForm && !data.password) return { ...data, ...trueValues(originalDoc) }
  const now = await lockCredentials(req, originalDoc.id)
  if (now && !isStaleForm && originalDoc.credentialsVersion === now.credentialsVersion) return
  throw accountChanged()
}
