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

/** The same for a deletion. */
export const keepAnAdminAtDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isLastAdmin(req, Number(id))) throw lastAdmin()
}
