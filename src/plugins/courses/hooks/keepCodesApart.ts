import type { CollectionBeforeChangeHook } from 'payload'

import type { Coupon } from '@/payload-types'

import { isCodeTaken } from '../coupons.sql'
import { codeTaken } from '../errors'

/** A code is one in any case: `sehat20` and `SEHAT20` are the same coupon. */
export const keepCodesApart: CollectionBeforeChangeHook<Coupon> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (data.code && (await isCodeTaken(req, data.code, originalDoc?.id ?? null))) throw codeTaken()
  return data
}
