import type { CollectionBeforeOperationHook } from 'payload'

import { hasRole } from '@/access'

import { billId } from '../operations/existingBill'
import { lockBill } from '../sql'

/**
 * Notes may be saved while the bill is corrected, and Payload writes whole rows: what it read before the
 * other one's commit would put the old lines back, and their total, also under a payment that was begun
 * meanwhile. So the row is locked before Payload reads it.
 */
export const lockBillFirst: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update') return
  // Whoever is refused anyway holds nobody up.
  if (overrideAccess !== true && !hasRole(req, 'admin', 'doctor')) return
  const id = billId((args as { id?: unknown }).id)
  if (id) await lockBill(req, id)
}
