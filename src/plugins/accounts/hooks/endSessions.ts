import type { CollectionAfterLogoutHook } from 'payload'

import { recheckUser } from '@/plugins/realtime'

import { allowEndingSessions } from '../sql'

/** Payload removes the session right after this hook, in the same transaction; the guard must let it. */
export const endSessions: CollectionAfterLogoutHook = async ({ req }) => {
  if (!req.user) return
  await allowEndingSessions(req, req.user.id)
  await recheckUser(req, req.user.id)
}
