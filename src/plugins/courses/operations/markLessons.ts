import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import { isUuid } from '@/lib/uuid'
import { forbidden } from '@/lib/refusals'
import type { Enrollment } from '@/payload-types'

import { courseNotFound, lessonUnknown, notEnrolled } from '../errors'
import type { Learning } from '../sql'
import { findLessons, lockLearning } from '../sql'

export type Marks = { lessons: string[]; completed: boolean }
export type Progress = {
  course: string
  enrollment: Enrollment
  /** The course's lessons, in order. */
  lessons: string[]
  /** Those that are done, and since when. */
  done: Record<string, string>
}

const marked = ({ progress }: Learning, { lessons, completed }: Marks, now: string) => {
  const done = new Map(Object.entries(progress))
  for (const lesson of lessons) {
    if (!completed) done.delete(lesson)
    else if (!done.has(lesson)) done.set(lesson, now)
  }
  return Object.fromEntries(done)
}

/**
 * Marks lessons of a course as done, or as not done, by who is enrolled in it. A course is completed once
 * all its lessons are done, and stays so until a mark is taken back.
 * @throws {ApiError} 403, 404, 422
 */
export const markLessons = async (
  req: PayloadRequest,
  named: string,
  marks: Marks,
): Promise<Progress> => {
  const { user } = req
  if (!user || !hasRole(req, 'patient')) throw forbidden()
  const course = named.toLowerCase()
  return withTransaction(req, async () => {
    const lessons = isUuid(course) ? await findLessons(req, course) : null
    if (!lessons) throw courseNotFound()
    const learning = await lockLearning(req, user.id, course)
    if (!learning) throw notEnrolled()
    if (marks.lessons.some((id) => !lessons.includes(id))) throw lessonUnknown()

    const now = new Date().toISOString()
    const done = marked(learning, marks, now)
    const isCompleted = lessons.every((id) => done[id])
    const before = marks.completed ? learning.completedAt : null
    const enrollment = await req.payload.update({
      collection: 'enrollments',
      id: learning.id,
      data: { progress: done, completedAt: isCompleted ? (before ?? now) : before },
      depth: 0,
      req,
      overrideAccess: true,
    })
    return { course, enrollment, lessons, done }
  })
}
