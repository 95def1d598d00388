import type { PayloadRequest } from 'payload'

import { holdOpenShift, insertAutomaticShift, lockCashier } from '../sql'

/**
 * The open shift of a user, held open to the end of this transaction. Who has none gets one without a
 * float: money is never refused for want of a ceremony.
 */
export const openShiftOf = async (req: PayloadRequest, cashier: number): Promise<number> => {
  const open = await holdOpenShift(req, cashier)
  if (open !== null) return open
  await lockCashier(req, cashier)
  // Two first payments at once: the second one finds what the first has opened.
  return (await holdOpenShift(req, cashier)) ?? insertAutomaticShift(req, cashier)
}
