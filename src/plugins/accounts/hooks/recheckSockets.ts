import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterOperationHook,
} from 'payload'

import { recheckUser } from '@/plugins/realtime'

const afterChange: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await recheckUser(req, (doc as { id: number }).id)
}

const afterDelete: CollectionAfterDeleteHook = async ({ id, req }) => recheckUser(req, id)

/** A password that was forgotten is written by Payload without the hooks of a change. */
const afterOperation: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation === 'resetPassword') {
    const { user } = result as { user?: { id: number } }
    if (user) await recheckUser(req, user.id)
  }
  return result
}

/**
 * Another role, another password, disabled, deleted: the database may have ended sessions, whose sockets
 * must not go on.
 */
export const recheckSockets = { afterChange, afterDelete, afterOperation }
