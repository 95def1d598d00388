import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Shift } from '@/payload-types'

import { floatStated } from '../errors'
import type { OpeningFloat } from '../schemas'
import { ownOpenShift } from './ownShift'
import { tellDrawer } from './tellDrawer'

/**
 * Says, once, what was in the drawer when a payment opened the shift.
 * @throws {ApiError} 404, 403, 409
 */
export const stateFloat = async (
  req: PayloadRequest,
  id: number,
  { openingFloat, note }: OpeningFloat,
): Promise<Shift> =>
  withTransaction(req, async () => {
    const { cashier, isAutomatic } = await ownOpenShift(req, id)
    if (!isAutomatic) throw floatStated()
    await tellDrawer(req, cashier, id)
    return req.payload.update({
      collection: 'shifts',
      id,
      data: { openingFloat, isAutomatic: false, ...(note ? { note } : {}) },
      depth: 0,
      req,
      overrideAccess: true,
    })
  })
