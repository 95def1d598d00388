import type { PayloadRequest } from 'payload'

import { isUuid } from '@/lib/uuid'

import { courseNotFound } from '../errors'
import type { CourseRow } from '../sql'
import { findCourse } from '../sql'

/** A published course, by whatever came as its id. @throws {ApiError} 404 */
export const readCourse = async (req: PayloadRequest, id: unknown): Promise<CourseRow> => {
  const course =
    typeof id === 'string' && isUuid(id) ? await findCourse(req, id.toLowerCase()) : null
  if (!course) throw courseNotFound()
  return course
}
