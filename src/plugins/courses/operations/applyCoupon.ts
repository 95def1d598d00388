import type { PayloadRequest } from 'payload'

import type { CouponRow } from '../coupons.sql'
import { findUsableCoupon } from '../coupons.sql'
import { couponInvalid } from '../errors'
import type { CourseRow } from '../sql'
import { discountOf } from './discount'

export type Discounted = { coupon: CouponRow; discount: number }

/**
 * What a code takes off a course's price for somebody, now.
 * @throws {ApiError} 400, the same for whatever is wrong with it
 */
export const applyCoupon = async (
  req: PayloadRequest,
  user: number,
  { id: course, price }: CourseRow,
  code: string,
): Promise<Discounted> => {
  const coupon = await findUsableCoupon(req, { code: code.trim(), course, price, user })
  if (!coupon) throw couponInvalid()
  return { coupon, discount: discountOf(price, coupon) }
}
