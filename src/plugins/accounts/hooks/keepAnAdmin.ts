import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { User } from '@/payload-types'

import { lastAdmin } from '../errors'
import { isLastAdmin } from '../sql'

/**
 * Without an admin nobody could make one: the first-user screen closes with the first user of any kind.
 * The database refuses too, but cannot say it as well (migrations: guards).
 */
export const keepAnAdmin: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || (data.role === 'admin' && !data.disabled)) return
  if (await isLastAdmin(req, originalDoc.id)) throw lastAdmin()
}

/** Who is being deleted by one request: of several at once each would still see the others. */
const leavingWith = (context: { leaving?: Set<number> }, id: number): number[] => {
  context.leaving ??= new Set()
  context.leaving.add(id)
  return [...context.leaving]
}

/** The same for a deletion. */
export const keepAnAdminAtDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const leaving = leavingWith(req.context, Number(id))
  if (await isLastAdmin(req, Number(id), leaving)) throw lastAdmin()
}
