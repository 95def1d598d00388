import type { Endpoint } from 'payload'

import type { CoursesOptions } from '../index'
import { checkoutAgendaEndpoint } from './checkoutAgenda'
import { checkoutCourseEndpoint } from './checkoutCourse'
import { progressEndpoint } from './progress'
import { validateCouponEndpoint } from './validateCoupon'

/** The part of contract checkout.md that is about courses, agendas and coupons, under `/api/v1`. */
export const coursesEndpoints = (options: CoursesOptions): Endpoint[] => [
  checkoutCourseEndpoint,
  checkoutAgendaEndpoint,
  validateCouponEndpoint(options),
  progressEndpoint,
]
