import type { Endpoint } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { tooManyAttempts } from '@/lib/refusals'
import { uuid } from '@/lib/uuid'
import { paymentsOf } from '@/plugins/payments/contract'

import * as refusals from '../errors'
import { startCheckout } from '../operations/startCheckout'
import { checkoutBody, contractCourse, courseOrdered, ORDERED } from '../schemas'
import { TAG } from './tag'

/** checkout.md, "Create Order (Checkout Kursus)". */
export const checkoutCourseEndpoint: Endpoint = contractEndpoint(checkoutEnvelope)({
  method: 'post',
  path: '/v1/courses/:id/checkout',
  docs: {
    tag: TAG,
    summary: 'Check out a course',
    description:
      'The price is read from the database; a coupon is held while paying. The same method and coupon ' +
      'again is the same order, another one ends the earlier charge first. What costs nothing is ' +
      'SUCCESS at once.',
  },
  roles: ['patient'],
  isIdempotent: 'committed',
  params: { id: uuid },
  body: checkoutBody,
  answers: { 201: courseOrdered },
  refusals: [
    refusals.courseNotFound,
    refusals.alreadyEnrolled,
    refusals.couponInvalid,
    refusals.paymentUnavailable,
    tooManyAttempts,
  ],
  handle: async (req, { body }) => {
    const order = await startCheckout(req, 'course', body)
    const { id, invoice_number, ...rest } = await paymentsOf(req).checkout.present(req, order)
    const course = contractCourse.parse(order.itemSnapshot)
    const data = { order: { id, invoice_number, course, ...rest } }
    return { status: 201, body: { data, message: ORDERED } }
  },
})
