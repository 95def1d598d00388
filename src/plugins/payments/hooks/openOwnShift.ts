import type { CollectionBeforeValidateHook } from 'payload'

import { sentText } from '@/lib/sentText'
import type { Shift } from '@/payload-types'

import { shiftStillOpen } from '../errors'
import { holdOpenShift, lockCashier } from '../sql'

/** A shift is opened by who works it, now, and they have no other. @throws {ApiError} 409, 400 */
export const openOwnShift: CollectionBeforeValidateHook<Shift> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data || !req.user) return data
  await lockCashier(req, req.user.id)
  if ((await holdOpenShift(req, req.user.id)) !== null) throw shiftStillOpen()
  return {
    openingFloat: data.openingFloat,
    note: sentText('note', data.note),
    cashier: req.user.id,
    openedAt: new Date().toISOString(),
    isAutomatic: false,
    closedAt: null,
  }
}
