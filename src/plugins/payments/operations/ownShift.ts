import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'

import { forbidden, shiftClosed, shiftNotFound } from '../errors'
import type { LockedShift } from '../sql'
import { lockShift } from '../sql'

const ID_MAX = 2_147_483_647

/**
 * Locks an open shift of the signed-in user.
 * @throws {ApiError} 404; 403 when it is somebody else's; 409 when it is closed
 */
export const ownOpenShift = async (req: PayloadRequest, id: number): Promise<LockedShift> => {
  if (!isDesk(req)) throw forbidden()
  const isPossible = Number.isInteger(id) && id > 0 && id <= ID_MAX
  const shift = isPossible ? await lockShift(req, id) : null
  if (!shift) throw shiftNotFound()
  if (shift.cashier !== req.user?.id) throw forbidden()
  if (shift.isClosed) throw shiftClosed()
  return shift
}
