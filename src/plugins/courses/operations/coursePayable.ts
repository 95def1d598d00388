import type { PayloadRequest } from 'payload'

import { tooManyAttempts } from '@/lib/refusals'
import type { Payable, Quote } from '@/plugins/payments/contract'

import { dropUse, lockCoupon, takeUse } from '../coupons.sql'
import { alreadyEnrolled, couponInvalid, courseNotFound } from '../errors'
import type { CoursesOptions } from '../index'
import { countCode } from '../limits'
import { snapshotOfCourse } from '../present'
import type { CourseRow } from '../sql'
import { isEnrolled, lockEnrollmentOf } from '../sql'
import { applyCoupon } from './applyCoupon'
import { enroll, userOf } from './enroll'
import { itemOf } from './itemOf'
import { readCourse } from './readCourse'

/** A course that is on offer to somebody. @throws {ApiError} 404 when it is not published, 400 when it is theirs */
const readOffered = async (req: PayloadRequest, user: number, id: string): Promise<CourseRow> => {
  const course = await readCourse(req, id)
  if (await isEnrolled(req, user, course.id)) throw alreadyEnrolled()
  return course
}

/** A course as something that is paid for; a coupon's use is held while paying. */
export const coursePayable = ({ serverUrl, rateLimitFactor }: CoursesOptions): Payable => ({
  type: 'course',
  collection: 'courses',

  quote: async ({ req, user, item }): Promise<Quote> => {
    const course = await readOffered(req, user, item.id)
    const code = item.couponCode?.trim()
    const base = {
      title: course.title,
      snapshot: snapshotOfCourse(course, serverUrl),
      originalAmount: course.price,
    }
    if (!code) return { ...base, discount: 0, amount: course.price, coupon: null }
    await countCode(req, code, rateLimitFactor)
    await lockCoupon(req, { code })
    const { coupon, discount } = await applyCoupon(req, user, course, code)
    return {
      ...base,
      discount,
      amount: course.price - discount,
      coupon: { id: coupon.id, code: coupon.code },
    }
  },

  recheck: async ({ req, user, item }) => {
    await readOffered(req, user, item.id)
  },

  hold: async ({ req, transaction }) => {
    const { id, couponId } = transaction
    await dropUse(req, id)
    if (!couponId) return
    const use = { coupon: couponId, user: userOf(transaction), transaction: id }
    if (!(await takeUse(req, use))) throw couponInvalid()
  },

  settle: async ({ req, transaction }) => enroll(req, transaction),

  release: async ({ req, transaction }) => dropUse(req, transaction.id),

  revoke: async ({ req, transaction }) => {
    // A payment that is denied after its settlement has failed; one that was refunded has used its coupon.
    if (transaction.status === 'FAILED') await dropUse(req, transaction.id)
    const id = await lockEnrollmentOf(req, transaction.id)
    if (id === null) return
    await req.payload.update({
      collection: 'enrollments',
      id,
      data: { status: 'REVOKED' },
      depth: 0,
      req,
      overrideAccess: true,
    })
  },

  parse: itemOf('course'),
  refusals: [courseNotFound, alreadyEnrolled, couponInvalid, tooManyAttempts],
  alreadyPaid: alreadyEnrolled,
})
