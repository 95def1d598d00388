import type { CollectionBeforeOperationHook } from 'payload'

import { hasRole } from '@/access'

import { lockDoctors } from '../doctors.sql'

const ID_MAX = 2_147_483_647

/**
 * A doctor and an admin may save at the same time, and Payload writes whole rows: what it read before the
 * other one's commit would undo that one's change. So the row is locked before Payload reads it.
 */
export const lockDoctorFirst: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update') return
  // Whoever is refused anyway holds nobody up.
  if (overrideAccess !== true && !hasRole(req, 'admin', 'doctor')) return
  const { id } = args as { id?: unknown }
  if (id === undefined) return lockDoctors(req, null)
  const number = Number(id)
  if (Number.isInteger(number) && number > 0 && number <= ID_MAX) await lockDoctors(req, number)
}
