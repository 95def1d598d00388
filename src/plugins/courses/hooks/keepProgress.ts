import type { CollectionBeforeChangeHook } from 'payload'

import type { Enrollment } from '@/payload-types'

import { findEarlierProgress } from '../sql'

/** Who comes back after their enrollment was revoked goes on where they were. */
export const keepProgress: CollectionBeforeChangeHook<Enrollment> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data.user || !data.course) return data
  const user = typeof data.user === 'object' ? data.user.id : data.user
  const course = typeof data.course === 'object' ? data.course.id : data.course
  return { ...data, ...(await findEarlierProgress(req, user, course)) }
}
