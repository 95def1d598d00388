import type { CollectionBeforeChangeHook } from 'payload'

import type { Enrollment } from '@/payload-types'

import { grantedCourseNotFound, hasCourse } from '../errors'
import { grantOf, idNamed } from '../operations/grantOf'
import { holdCourse, isEnrolled, lockEnrollment } from '../sql'

/** An enrollment without a transaction is an admin's grant: with a reason, to a patient, once. */
export const grantCourse: CollectionBeforeChangeHook<Enrollment> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || data.transaction) return data
  const { user, ...grant } = await grantOf(req, data)
  const course = String(idNamed(data.course))
  if (!(await holdCourse(req, course))) throw grantedCourseNotFound()
  await lockEnrollment(req, user, course)
  if (await isEnrolled(req, user, course)) throw hasCourse()
  return { ...data, ...grant, user, course, status: 'ACTIVE' }
}
