import { markLessons } from '@/plugins/courses/operations/markLessons'
import type { Agenda, Course } from '@/payload-types'

import type { Cast } from '../people'

const titled = <Doc extends Course | Agenda>(docs: Doc[], title: string): Doc => {
  const doc = docs.find((one) => one.title === title)
  if (!doc) throw new Error(`The demonstration has no ${title}.`)
  return doc
}

const grant = async (cast: Cast, email: string, course: Course, reason: string): Promise<void> => {
  const admin = cast('admin@sehat.test')
  await admin.payload.create({
    collection: 'enrollments',
    data: { user: cast(email).user.id, course: course.id, grantReason: reason },
    depth: 0,
    req: admin,
    overrideAccess: false,
  })
}

const learn = async (cast: Cast, email: string, course: Course, count: number): Promise<void> => {
  const lessons = (course.lessons ?? []).slice(0, count).map(({ id }) => String(id))
  await markLessons(cast(email), course.id, { lessons, completed: true })
}

/** Who is in a course or has a seat already: by a grant, or by a checkout of what costs nothing. */
export const enrollPeople = async (
  cast: Cast,
  courses: Course[],
  _agendas: Agenda[],
): Promise<void> => {
  const diabetes = titled(courses, 'Hidup Sehat dengan Diabetes')
  await grant(cast, 'pasien@sehat.test', diabetes, 'Peserta program Prolanis')
  await learn(cast, 'pasien@sehat.test', diabetes, 2)
}
