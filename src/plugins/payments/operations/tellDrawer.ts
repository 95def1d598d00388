import type { PayloadRequest } from 'payload'

import { tell, userRoom } from '@/plugins/realtime'

import { SHIFT_CHANGED } from '../constants'

/** Tells a user, on all their devices, that something changed in a shift of theirs. */
export const tellDrawer = async (
  req: PayloadRequest,
  cashier: number,
  shift: number,
): Promise<void> => tell(req, userRoom(cashier), SHIFT_CHANGED, { id: shift })
