import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { people, person, rows } from '../support/apotek'
import {
  insertAgenda,
  insertCourse,
  insertEnrollment,
  insertRegistration,
  lessonsOf,
} from '../support/courses'
import { atOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

let patient: Person
let admin: Person

beforeAll(async () => {
  await testPayload()
  patient = await person('patient')
  admin = await person('admin')
})

describe('POST /api/v1/me/courses/:id/progress', () => {
  let course: string
  let lessons: string[]
  const mark = async (body: Record<string, unknown>, who = patient, id = course) => {
    const answer = await api('POST', `/v1/me/courses/${id}/progress`, { token: who.token, body })
    return { status: answer.status, body: answer.body as { data: Record<string, unknown> } }
  }

  beforeAll(async () => {
    course = await insertCourse({ lessons: Array.from({ length: 4 }, () => ({})) })
    lessons = await lessonsOf(course)
    await insertEnrollment(patient.id, course)
  })

  it('marks lessons, until the course is completed', async () => {
    const time = expect.stringMatching(/^\d{4}-.*Z$/) as string
    const [one, two, three, four] = lessons
    expect(await mark({ lesson_id: two })).toEqual({
      status: 200,
      body: {
        data: {
          course_id: course,
          total_lessons: 4,
          completed_lessons: 1,
          progress_percent: 25,
          completed_at: null,
          lessons: [
            { id: one, completed_at: null },
            { id: two, completed_at: time },
            { id: three, completed_at: null },
            { id: four, completed_at: null },
          ],
        },
      },
    })
    const all = await mark({ lesson_ids: [one, three, four] })
    expect(all.body.data).toMatchObject({ progress_percent: 100, completed_at: time })
    const again = await mark({ lesson_id: one })
    expect(again.body).toEqual(all.body)
    const back = await mark({ lesson_id: one, completed: false })
    expect(back.body.data).toMatchObject({ completed_lessons: 3, completed_at: null })
  })

  it('adds up marks that are set at once', async () => {
    const id = await insertCourse({ lessons: Array.from({ length: 12 }, () => ({})) })
    await insertEnrollment(patient.id, id)
    const all = await lessonsOf(id)
    await Promise.all(all.map((lesson) => mark({ lesson_id: lesson }, patient, id)))
    const [row] = await rows<{ progress: object; completed_at: unknown }>(
      'SELECT progress, completed_at FROM enrollments WHERE user_id = $1 AND course_id = $2',
      patient.id,
      id,
    )
    expect(Object.keys(row?.progress ?? {}).sort()).toEqual([...all].sort())
    expect(row?.completed_at).not.toBeNull()
  })

  it('refuses strangers, other courses and other lessons', async () => {
    const stranger = await person('patient')
    const [lesson] = lessons
    expect(await mark({ lesson_id: lesson }, stranger)).toEqual({
      status: 403,
      body: { message: 'Anda belum terdaftar di kursus ini' },
    })
    for (const id of ['x', '0199d1f5-0000-7000-8000-000000000000']) {
      expect(await mark({ lesson_id: lesson }, patient, id)).toEqual({
        status: 404,
        body: { message: 'Kursus tidak ditemukan' },
      })
    }
    expect(await mark({ lesson_ids: [lesson, 'lain'] })).toMatchObject({
      status: 422,
      body: { errors: { lesson_ids: ['Pelajaran tidak ada di kursus ini'] } },
    })
    expect(await mark({})).toMatchObject({
      status: 422,
      body: { errors: { lesson_id: ['lesson_id atau lesson_ids wajib diisi.'] } },
    })
    expect((await mark({ lesson_id: lesson }, admin)).status).toBe(403)
  })

  it('is a mutation too, with the same refusals', async () => {
    const run = async (who: Person) => {
      const { body } = await graphql(
        `mutation { markLessons(course: "${course}", lessons: ["${lessons[0]}"]) { id progress } }`,
        { token: who.token },
      )
      return body as {
        data: { markLessons: { progress: Record<string, string> } | null }
        errors?: { message: string }[]
      }
    }
    expect(Object.keys((await run(patient)).data.markLessons?.progress ?? {})).toContain(lessons[0])
    const refused = await run(await person('patient'))
    expect(refused.errors?.[0]?.message).toBe('Anda belum terdaftar di kursus ini')
  })
})

describe('what an admin grants', () => {
  const grant = async (slug: string, data: Record<string, unknown>) =>
    rest<{ id: number; status: string; grantedBy: { id: number } }>('POST', `/${slug}`, admin, data)

  it('needs a reason, a patient, and something that exists', async () => {
    const course = await insertCourse()
    const doctor = await person('doctor')
    const whole = { user: patient.id, course, grantReason: 'beasiswa' }
    const faults = [
      { ...whole, grantReason: '  ' },
      { ...whole, grantReason: undefined },
      { ...whole, user: doctor.id },
      { ...whole, user: 2_000_000_000 },
      { ...whole, course: '0199d1f5-0000-7000-8000-000000000000' },
      { ...whole, course: undefined },
      { ...whole, course: null },
      { ...whole, user: null },
      { ...whole, grantReason: 7 },
    ]
    for (const data of faults) {
      const { status } = await grant('enrollments', data)
      expect([data, [400, 422].includes(status)]).toEqual([data, true])
    }
    const nowhere = { user: patient.id, agenda: null, grantReason: 'undangan' }
    expect((await grant('agenda-registrations', nowhere)).status).toBe(422)
    const { status, body } = await grant('enrollments', whole)
    expect([status, body.doc.status, body.doc.grantedBy.id]).toEqual([201, 'ACTIVE', admin.id])
    const [told] = await rows(
      `SELECT kind FROM notifications WHERE user_id = $1 AND data ->> 'course_id' = $2`,
      patient.id,
      course,
    )
    expect(told).toEqual({ kind: 'enrolled' })
  })

  it('is given once, however many grant it at once', async () => {
    const [course, agenda] = [await insertCourse(), await insertAgenda()]
    const reason = { user: patient.id, grantReason: 'undangan' }
    const courses = await atOnce(8, () => grant('enrollments', { ...reason, course }))
    const seats = await atOnce(8, () => grant('agenda-registrations', { ...reason, agenda }))
    for (const answers of [courses, seats]) {
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses).toEqual([201, ...Array<number>(7).fill(409)])
    }
    for (const { body } of courses.filter(({ status }) => status === 409)) {
      expect(body.errors[0]?.message).toBe('Pasien ini sudah terdaftar di kursus ini.')
    }
  })

  it('never fills more seats than there are', async () => {
    const agenda = await insertAgenda({ capacity: 3 })
    const guests = await people('patient', 12)
    const answers = await Promise.all(
      guests.map(({ id }) =>
        grant('agenda-registrations', { user: id, agenda, grantReason: 'undangan' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    const refused = answers.find(({ status }) => status !== 201)
    expect([refused?.status, refused?.body.errors[0]?.message]).toEqual([
      409,
      'Kuota agenda ini sudah penuh.',
    ])
  })

  it('goes on where somebody was, after their enrollment was revoked', async () => {
    const course = await insertCourse({ lessons: [{}, {}] })
    const [lesson] = await lessonsOf(course)
    const former = await insertEnrollment(patient.id, course)
    await rows(
      `UPDATE enrollments SET status = 'REVOKED', progress = $2 WHERE id = $1`,
      former,
      JSON.stringify({ [String(lesson)]: '2026-01-01T00:00:00.000Z' }),
    )
    const { status, body } = await grant('enrollments', {
      user: patient.id,
      course,
      grantReason: 'dibuka lagi',
    })
    expect([status, body.doc]).toMatchObject([
      201,
      { status: 'ACTIVE', progress: { [String(lesson)]: '2026-01-01T00:00:00.000Z' } },
    ])
  })
})

describe('what has history', () => {
  it('is not deleted', async () => {
    const [course, agenda] = [await insertCourse(), await insertAgenda()]
    await insertEnrollment(patient.id, course)
    await insertRegistration(patient.id, agenda)
    for (const path of [`/courses/${course}`, `/agendas/${agenda}`]) {
      expect((await rest('DELETE', path, admin)).status).toBe(409)
    }
    const { body } = await rest('DELETE', `/courses/${course}`, admin)
    expect(body.errors[0]?.message).toContain('batalkan publikasinya saja')
    expect((await rest('DELETE', `/courses/${await insertCourse()}`, admin)).status).toBe(200)
  })
})
