import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** What a checkout says of an item; `thumbnail` is a file's name. */
export type CourseRow = {
  id: string
  title: string
  price: number
  instructor: string | null
  thumbnail: string | null
}

/** A published course. */
export const findCourse = async (req: Request, id: string): Promise<CourseRow | null> => {
  const rows = await query<CourseRow>(
    req,
    sql`SELECT c.id, c.title, c.price::float8 AS price, c.instructor, m.filename AS thumbnail
          FROM courses c LEFT JOIN media m ON m.id = c.thumbnail_id
         WHERE c.id = ${id} AND c._status = 'published'`,
  )
  return rows[0] ?? null
}

/** Whether it exists, published or not; keeps it from being deleted while this transaction runs. */
export const holdCourse = async (req: Request, id: string): Promise<boolean> =>
  (await query(req, sql`SELECT 1 FROM courses WHERE id = ${id} FOR KEY SHARE`)).length > 0

/**
 * Queues whoever gives this user this course: of two at once the second sees what the first has done.
 * Held until the transaction ends.
 */
export const lockEnrollment = async (req: Request, user: number, course: string): Promise<void> => {
  const name = `enrollment ${user} ${course}`
  await query(req, sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

export const isEnrolled = async (req: Request, user: number, course: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`SELECT 1 FROM enrollments
         WHERE user_id = ${user} AND course_id = ${course} AND status = 'ACTIVE'`,
  )
  return rows.length > 0
}

/** What somebody had learnt before their enrollment was revoked. */
export const findEarlierProgress = async (
  req: Request,
  user: number,
  course: string,
): Promise<{ progress: Record<string, string> | null; completedAt: string | null }> => {
  const [row] = await query<{
    progress: Record<string, string> | null
    completedAt: string | null
  }>(
    req,
    sql`SELECT progress, completed_at AS "completedAt" FROM enrollments
         WHERE user_id = ${user} AND course_id = ${course} ORDER BY id DESC LIMIT 1`,
  )
  return row ?? { progress: null, completedAt: null }
}

/** The enrollment that a transaction has given; locked. */
export const lockEnrollmentOf = async (
  req: Request,
  transaction: string,
): Promise<number | null> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT id FROM enrollments WHERE transaction_id = ${transaction} AND status = 'ACTIVE'
         FOR NO KEY UPDATE`,
  )
  return rows[0]?.id ?? null
}

export type Learning = {
  id: number
  progress: Record<string, string>
  completedAt: string | null
}

/** An enrollment by which somebody learns; locked: marks that are set at once add up. */
export const lockLearning = async (
  req: Request,
  user: number,
  course: string,
): Promise<Learning | null> => {
  const rows = await query<Learning>(
    req,
    sql`SELECT id, coalesce(progress, '{}') AS progress, completed_at AS "completedAt"
          FROM enrollments
         WHERE user_id = ${user} AND course_id = ${course} AND status = 'ACTIVE'
           FOR NO KEY UPDATE`,
  )
  return rows[0] ?? null
}

/** The ids of a published course's lessons, in order; null when there is no such course. */
export const findLessons = async (req: Request, course: string): Promise<string[] | null> => {
  const rows = await query<{ lessons: string[] }>(
    req,
    sql`SELECT coalesce((SELECT json_agg(l.id ORDER BY l._order) FROM courses_lessons l
                          WHERE l._parent_id = c.id), '[]') AS lessons
          FROM courses c WHERE c.id = ${course} AND c._status = 'published'`,
  )
  return rows[0]?.lessons ?? null
}

/** What somebody may read beyond what everybody may. */
export const findOwned = async (
  req: Request,
  user: number,
): Promise<{ courses: string[]; agendas: string[] }> => {
  const [row] = await query<{ courses: string[]; agendas: string[] }>(
    req,
    sql`SELECT ARRAY(SELECT course_id FROM enrollments
                      WHERE user_id = ${user} AND status = 'ACTIVE') AS courses,
               ARRAY(SELECT agenda_id FROM agenda_registrations
                      WHERE user_id = ${user} AND status = 'CONFIRMED') AS agendas`,
  )
  return row ?? { courses: [], agendas: [] }
}

/** The files of lessons that somebody may read: of previews, and of courses that they are enrolled in. */
export const findReadableFiles = async (req: Request, user: number | null): Promise<number[]> => {
  const rows = await query<{ id: number }>(
    req,
    sql`SELECT DISTINCT l.file_id AS id
          FROM courses_lessons l JOIN courses c ON c.id = l._parent_id
         WHERE l.file_id IS NOT NULL AND c._status = 'published'
           AND (l.preview OR EXISTS (SELECT 1 FROM enrollments e
                                      WHERE e.user_id = ${user}::int AND e.course_id = c.id
                                        AND e.status = 'ACTIVE'))`,
  )
  return rows.map(({ id }) => id)
}

export const isPatient = async (req: Request, user: number): Promise<boolean> => {
  if (!Number.isSafeInteger(user)) return false
  const rows = await query(req, sql`SELECT 1 FROM users WHERE id = ${user} AND role = 'patient'`)
  return rows.length > 0
}
