import { randomBytes, randomUUID } from 'node:crypto'

import { v7 } from 'uuid'

import { rows } from './apotek'

/** Rows of courses, agendas and coupons, written straight into the worker's database. */

const unique = (): string => `${process.pid}-${randomBytes(4).toString('hex')}`

const insert = async <Id>(statement: string, ...values: unknown[]): Promise<Id> => {
  const [row] = await rows<{ id: Id }>(`${statement} RETURNING id`, ...values)
  if (!row) throw new Error('nothing was inserted')
  return row.id
}

const statusOf = (isPublished: boolean) => (isPublished ? 'published' : 'draft')

export type Lesson = {
  title?: string
  content?: string
  preview?: boolean
  file?: number | null
  kind?: 'text' | 'file' | 'video'
}

export const insertCourse = async ({
  price = 250_000,
  isPublished = true,
  title = `Kursus ${unique()}`,
  instructor = 'dr. Dimas Pratama',
  thumbnail = null as number | null,
  lessons = [] as Lesson[],
} = {}): Promise<string> => {
  const id = await insert<string>(
    `INSERT INTO courses (id, title, slug, price, instructor, thumbnail_id, _status)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    v7(),
    title,
    `kursus-${unique()}`,
    price,
    instructor,
    thumbnail,
    statusOf(isPublished),
  )
  for (const [index, lesson] of lessons.entries()) {
    await rows(
      `INSERT INTO courses_lessons (_order, _parent_id, id, title, kind, preview, content, file_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      index + 1,
      id,
      randomBytes(12).toString('hex'),
      lesson.title ?? `Pelajaran ${index + 1}`,
      lesson.kind ?? 'text',
      lesson.preview ?? false,
      lesson.content ?? null,
      lesson.file ?? null,
    )
  }
  return id
}

/** The ids of a course's lessons, in order. */
export const lessonsOf = async (course: string): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    'SELECT id FROM courses_lessons WHERE _parent_id = $1 ORDER BY _order',
    course,
  )
  return found.map(({ id }) => id)
}

export const insertAgenda = async ({
  price = 100_000,
  capacity = null as number | null,
  isPublished = true,
  title = `Agenda ${unique()}`,
  startsAt = '2099-01-01T02:00:00.000Z',
  endsAt = null as string | null,
  link = null as string | null,
} = {}): Promise<string> =>
  insert<string>(
    `INSERT INTO agendas (id, title, slug, price, capacity, starts_at, ends_at, place, link, _status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'Aula', $8, $9)`,
    v7(),
    title,
    `agenda-${unique()}`,
    price,
    capacity,
    startsAt,
    endsAt,
    link,
    statusOf(isPublished),
  )

export const insertCoupon = async ({
  code = `KUPON-${unique()}`,
  type = 'PERCENTAGE',
  value = 20,
  maxDiscount = null as number | null,
  minPurchase = null as number | null,
  maxUses = null as number | null,
  perUserLimit = 1,
  validFrom = '2020-01-01T00:00:00.000Z',
  validUntil = '2099-12-31T23:59:59.000Z',
  isActive = true,
  courses = [] as string[],
} = {}): Promise<string> => {
  const id = await insert<string>(
    `INSERT INTO coupons (id, code, discount_type, discount_value, max_discount, min_purchase,
                          max_uses, per_user_limit, used_count, valid_from, valid_until, is_active)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11)`,
    v7(),
    code,
    type,
    value,
    maxDiscount,
    minPurchase,
    maxUses,
    perUserLimit,
    validFrom,
    validUntil,
    isActive,
  )
  for (const [index, course] of courses.entries()) {
    await rows(
      `INSERT INTO coupons_rels ("order", parent_id, path, courses_id)
       VALUES ($1, $2, 'courses', $3)`,
      index + 1,
      id,
      course,
    )
  }
  return id
}

export const insertEnrollment = async (user: number, course?: string): Promise<number> =>
  insert<number>(
    `INSERT INTO enrollments (user_id, course_id, status) VALUES ($1, $2, 'ACTIVE')`,
    user,
    course ?? (await insertCourse()),
  )

export const insertRegistration = async (user: number, agenda?: string): Promise<number> =>
  insert<number>(
    `INSERT INTO agenda_registrations (user_id, agenda_id, status, confirmed_at)
     VALUES ($1, $2, 'CONFIRMED', now())`,
    user,
    agenda ?? (await insertAgenda()),
  )

/** The row of a file; nothing lies on the disk. */
export const insertLessonFile = async ({
  isPublished = true,
  isPreview = false,
  enrolled = undefined as number | undefined,
} = {}): Promise<number> => {
  const file = await insert<number>(
    `INSERT INTO lesson_files (filename, mime_type) VALUES ($1, 'application/pdf')`,
    `${randomUUID()}.pdf`,
  )
  const lessons: Lesson[] = [{ kind: 'file', file, preview: isPreview }]
  const course = await insertCourse({ isPublished, lessons })
  if (enrolled) await insertEnrollment(enrolled, course)
  return file
}

/** A coupon's count of uses. */
export const usedCountOf = async (coupon: string): Promise<number> => {
  const [row] = await rows<{ used: number }>(
    'SELECT used_count::int AS used FROM coupons WHERE id = $1',
    coupon,
  )
  return row?.used ?? -1
}
