import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterOperationHook,
} from 'payload'

import { recheckUser } from '@/plugins/realtime'

/** Another role, another password, disabled: the database may have ended sessions, whose sockets must not go on. */
export const recheckSockets: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await recheckUser(req, (doc as { id: number }).id)
}

/** The same for a deletion. */
export const recheckSocketsAtDelete: CollectionAfterDeleteHook = async ({ id, req }) =>
  recheckUser(req, id)

/** The same for a password that was forgotten: Payload writes it without the hooks of a change. */
export const recheckSocketsAtReset: CollectionAfterOperationHook = async ({
  operation,
  req,
  result,
}) => {
  if (operation === 'resetPassword') {
    const { user } = result as { user?: { id: number } }
    if (user) await recheckUser(req, user.id)
  }
  return result
}
