import type { Endpoint } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { tooManyAttempts } from '@/lib/refusals'

import { couponInvalid, courseNotFound } from '../errors'
import type { CoursesOptions } from '../index'
import { countCode } from '../limits'
import { applyCoupon } from '../operations/applyCoupon'
import { readCourse } from '../operations/readCourse'
import { presentCoupon } from '../present'
import { couponAnswer, couponBody } from '../schemas'
import { TAG } from './tag'

/** checkout.md, "Validate Coupon". */
export const validateCouponEndpoint = ({ rateLimitFactor }: CoursesOptions): Endpoint =>
  contractEndpoint(checkoutEnvelope)({
    method: 'post',
    path: '/v1/coupons/validate',
    docs: {
      tag: TAG,
      summary: 'Ask what a coupon takes off',
      description: 'Nothing is held: only a checkout uses a coupon.',
    },
    roles: [],
    body: couponBody,
    answers: { 200: couponAnswer },
    refusals: [courseNotFound, couponInvalid, tooManyAttempts],
    handle: async (req, { body }) => {
      await countCode(req, body.code, rateLimitFactor)
      const course = await readCourse(req, body.course_id)
      const discounted = await applyCoupon(req, req.user.id, course, body.code)
      return { status: 200, body: { data: presentCoupon(discounted, course.price) } }
    },
  })
