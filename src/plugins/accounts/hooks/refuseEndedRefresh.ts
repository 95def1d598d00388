import type { CollectionBeforeOperationHook } from 'payload'
import { Forbidden } from 'payload'

import { findSessionUser, lockCredentials } from '../sql'

/** A session that was ended after the request had been signed in with it is not lengthened. */
export const refuseEndedRefresh: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if (operation !== 'refresh' || !req.user) return
  const { id, _sid: sessionId } = req.user as { id: number; _sid?: string }
  await lockCredentials(req, id)
  if (sessionId && (await findSessionUser(req, id, sessionId))) return
  throw new Forbidden(req.t)
}
