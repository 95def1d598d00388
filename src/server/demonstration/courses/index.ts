import type { PayloadRequest } from 'payload'
import { slugify } from 'payload/shared'

import type { Agenda, Course } from '@/payload-types'

import { momentOf } from '../history/clock'
import { startOfToday } from '../history/past.sql'
import type { Cast } from '../people'
import type { DemoCourse } from './catalogue'
import { AGENDAS, COUPONS, COURSES } from './catalogue'
import { enrollPeople } from './participants'
import { coverOf, sheetOf } from './pictures'

const HOUR = 60

type Lesson = NonNullable<Course['lessons']>[number]

const nameOf = (title: string): string => `${slugify(title) ?? 'gambar'}.png`

const lessonOf = async (
  req: PayloadRequest,
  lesson: DemoCourse['lessons'][number],
): Promise<Lesson> => {
  if ('text' in lesson) {
    const { title, text, preview } = lesson
    return { title, kind: 'text', content: text, preview: preview ?? false }
  }
  const { title, sheet } = lesson
  const { id } = await req.payload.create({
    collection: 'lesson-files',
    data: {},
    file: await sheetOf(title, sheet, nameOf(title)),
    depth: 0,
    req,
    overrideAccess: true,
  })
  return { title, kind: 'file', file: id }
}

const makeCourse = async (req: PayloadRequest, course: DemoCourse): Promise<Course> => {
  const { title, description, instructor, price, colour } = course
  const cover = await req.payload.create({
    collection: 'media',
    data: { alt: title },
    file: await coverOf(title, colour, nameOf(title)),
    depth: 0,
    req,
    overrideAccess: true,
  })
  const lessons: Lesson[] = []
  for (const lesson of course.lessons) lessons.push(await lessonOf(req, lesson))
  return req.payload.create({
    collection: 'courses',
    data: {
      title,
      description,
      instructor,
      price,
      thumbnail: cover.id,
      lessons,
      _status: 'published',
    },
    draft: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
}

const makeAgendas = async (req: PayloadRequest, midnight: Date): Promise<Agenda[]> => {
  const made: Agenda[] = []
  for (const { inDays, at, hours, ...agenda } of AGENDAS) {
    const moment = (hour: number) => momentOf(midnight, -inDays, hour * HOUR).toISOString()
    const data = { ...agenda, startsAt: moment(at), endsAt: moment(at + hours) }
    const doc = await req.payload.create({
      collection: 'agendas',
      data: { ...data, _status: 'published' },
      draft: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    made.push(doc)
  }
  return made
}

const makeCoupons = async (req: PayloadRequest, midnight: Date): Promise<void> => {
  for (const { days, ...coupon } of COUPONS) {
    const [validFrom, validUntil] = days.map((day) => momentOf(midnight, -day, 0).toISOString())
    await req.payload.create({
      collection: 'coupons',
      data: { ...coupon, validFrom, validUntil } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
  }
}

/** Fills the courses: what is taught, what takes place, coupons, and who is in them already. */
export const fillCourses = async (req: PayloadRequest, cast: Cast): Promise<void> => {
  const zone = req.payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  const midnight = await startOfToday(req, zone)
  const courses: Course[] = []
  for (const course of COURSES) courses.push(await makeCourse(req, course))
  const agendas = await makeAgendas(req, midnight)
  await makeCoupons(req, midnight)
  await enrollPeople(cast, courses, agendas)
}
