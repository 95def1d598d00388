import type { CollectionBeforeChangeHook } from 'payload'

import type { Coupon } from '@/payload-types'

import { lockUsedCount } from '../coupons.sql'
import { fewerThanUsed } from '../errors'

/** A coupon's uses are never limited to fewer than there were. */
export const keepUsesWithinMax: CollectionBeforeChangeHook<Coupon> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || data.maxUses == null) return data
  if (data.maxUses < (await lockUsedCount(req, originalDoc.id))) throw fewerThanUsed()
  return data
}
