import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import type { Role } from '@/access/roles'

/**
 * Locks what is updated before Payload reads it. Two may save one document at a time, and Payload writes
 * whole rows: what it read before the other one's commit would undo that one's change.
 * @param roles who may update at all: whoever is refused anyway holds nobody up
 * @param lock told the id as the client sent it; undefined: many at once
 */
export const lockFirst =
  (
    roles: Role[],
    lock: (req: PayloadRequest, id: unknown) => Promise<void>,
  ): CollectionBeforeOperationHook =>
  async ({ args, operation, overrideAccess, req }) => {
    if (operation !== 'update') return
    if (overrideAccess !== true && !hasRole(req, ...roles)) return
    await lock(req, (args as { id?: unknown }).id)
  }
