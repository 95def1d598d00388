import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Shift } from '@/payload-types'

import type { Closing } from '../schemas'
import { closeLockedShift } from '../sql'
import { ownOpenShift } from './ownShift'
import { tellDrawer } from './tellDrawer'

/**
 * Closes a shift of one's own with what was counted; the answer says what should have been there. No
 * entry falls between: those under way are waited for, later ones open the next shift.
 * @throws {ApiError} 404, 403, 409
 */
export const closeShift = async (
  req: PayloadRequest,
  id: number,
  { countedCash, countedQris, countedTransfer, note }: Closing,
): Promise<Shift> =>
  withTransaction(req, async () => {
    const { cashier } = await ownOpenShift(req, id)
    const counted = {
      cash: countedCash,
      qris: countedQris ?? null,
      transfer: countedTransfer ?? null,
    }
    await closeLockedShift(req, id, counted, note ?? null)
    await tellDrawer(req, cashier, id)
    return req.payload.findByID({ collection: 'shifts', id, depth: 0, req, overrideAccess: true })
  })
