import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import {
  insertAgenda,
  insertCourse,
  insertEnrollment,
  insertLessonFile,
  insertRegistration,
} from '../support/courses'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const SECRET = 'RAHASIA: isi pelajaran'
const PREVIEW = 'PRATINJAU: untuk semua'
const LINK = 'https://rapat.example/rahasia'

type Who = Person | null
const as = (who: Who) => (who ? { token: who.token } : {})

let course: string
let agenda: string
let enrolled: Person
let revoked: Person
let stranger: Person
let cashier: Person
let admin: Person

const draft = async (id: string): Promise<void> => {
  await (
    await testPayload()
  ).update({
    collection: 'courses',
    id,
    data: { lessons: [{ title: 'Rancangan', kind: 'text', content: 'RANCANGAN', preview: true }] },
    draft: true,
    depth: 0,
    overrideAccess: true,
  })
}

beforeAll(async () => {
  await testPayload()
  ;[enrolled, revoked, stranger] = [
    await person('patient'),
    await person('patient'),
    await person('patient'),
  ]
  ;[cashier, admin] = [await person('cashier'), await person('admin')]
  course = await insertCourse({
    lessons: [
      { title: 'Satu', content: PREVIEW, preview: true },
      { title: 'Dua', content: SECRET },
    ],
  })
  await insertEnrollment(enrolled.id, course)
  const former = await insertEnrollment(revoked.id, course)
  await rows(`UPDATE enrollments SET status = 'REVOKED' WHERE id = $1`, former)
  agenda = await insertAgenda({ link: LINK })
  await insertRegistration(enrolled.id, agenda)
  const cancelled = await insertRegistration(revoked.id, agenda)
  await rows(`UPDATE agenda_registrations SET status = 'PENDING' WHERE id = $1`, cancelled)
})

const WAYS: [string, (who: Who) => Promise<{ body: unknown }>][] = [
  ['one', (who) => api('GET', `/courses/${course}`, as(who))],
  ['a list', (who) => api('GET', `/courses?where[id][equals]=${course}&depth=2`, as(who))],
  ['a draft', (who) => api('GET', `/courses/${course}?draft=true`, as(who))],
  [
    'what is selected',
    (who) =>
      api('GET', `/courses/${course}?select[lessons][content]=true&select[title]=true`, as(who)),
  ],
  [
    'GraphQL',
    (who) => graphql(`{ Course(id: "${course}") { lessons { content file { id } } } }`, as(who)),
  ],
  [
    'GraphQL with a selection',
    (who) =>
      graphql(
        `{ Courses(select: true, where: { id: { equals: "${course}" } }) {
             docs { lessons { content } } } }`,
        as(who),
      ),
  ],
]

describe.each(WAYS)('what lessons hold, read as %s', (_way, read) => {
  it('is for the enrolled and for staff; previews are for everybody', async () => {
    const everybody: [Who, boolean][] = [
      [null, false],
      [stranger, false],
      [revoked, false],
      [enrolled, true],
      [cashier, true],
      [admin, true],
    ]
    for (const [who, isOpen] of everybody) {
      const text = JSON.stringify((await read(who)).body)
      expect([who?.name, text.includes(PREVIEW), text.includes(SECRET)]).toEqual([
        who?.name,
        true,
        isOpen,
      ])
    }
  })
})

describe('nobody finds out what lessons hold', () => {
  const refused = async (path: string, who: Who = stranger) => {
    const { status, body } = await api('GET', path, as(who))
    expect([path, [400, 403].includes(status)]).toEqual([path, true])
    expect(JSON.stringify(body)).not.toContain(SECRET)
  }

  it.each([
    '/courses?where[lessons.content][like]=RAHASIA',
    '/courses/count?where[lessons.content][like]=RAHASIA',
    '/courses?where[or][0][lessons.content][exists]=true',
    '/courses?where[lessons.file][exists]=true',
    '/courses?where[lessons.file.filename][like]=a',
    '/courses?sort=lessons.content',
    '/courses?sort=-lessons__content',
    '/courses/versions?where[version.lessons.content][like]=RAHASIA',
    '/enrollments?where[course.lessons.content][like]=RAHASIA',
    '/enrollments?sort=course.lessons.content',
    '/agendas?where[link][like]=rahasia',
    '/agendas?sort=link',
  ])('by %s', async (path) => {
    await refused(path)
    await refused(path, enrolled)
  })

  it('by a filter of GraphQL', async () => {
    const { body } = await graphql(
      '{ Courses(where: { lessons__content: { like: "RAHASIA" } }) { totalDocs docs { id } } }',
      as(stranger),
    )
    expect((body as { data?: { Courses?: unknown } }).data?.Courses ?? null).toBeNull()
  })

  it('through the enrollment of their own, once it is revoked', async () => {
    const asked = `/enrollments?depth=2&where[course][equals]=${course}`
    const own = await api('GET', asked, as(enrolled))
    expect(JSON.stringify(own.body)).toContain(SECRET)
    const former = await api('GET', asked, as(revoked))
    expect(former.body).toMatchObject({ docs: [{ status: 'REVOKED', course: { id: course } }] })
    expect(JSON.stringify(former.body)).not.toContain(SECRET)
  })

  it('in a draft, or when it is no longer published', async () => {
    const id = await insertCourse({ lessons: [{ content: PREVIEW, preview: true }] })
    await draft(id)
    for (const query of ['', '?draft=true']) {
      const { body } = await api('GET', `/courses/${id}${query}`, as(stranger))
      expect(JSON.stringify(body)).not.toContain('RANCANGAN')
    }
    await rows(`UPDATE courses SET _status = 'draft' WHERE id = $1`, id)
    for (const query of ['', '?draft=true']) {
      expect((await api('GET', `/courses/${id}${query}`, as(stranger))).status).toBe(404)
    }
  })

  it('asks for all of them together', async () => {
    const payload = await testPayload()
    for (let count = 0; count < 3; count += 1) {
      await insertCourse({ lessons: Array.from({ length: 20 }, () => ({ content: 'x' })) })
    }
    const { pool } = payload.db as unknown as { pool: { query: (...args: never[]) => unknown } }
    const asked: string[] = []
    const original = pool.query.bind(pool)
    pool.query = (...args: never[]) => {
      asked.push(JSON.stringify(args[0]))
      return original(...args)
    }
    try {
      expect((await api('GET', '/courses?limit=50', as(stranger))).status).toBe(200)
    } finally {
      pool.query = original
    }
    // Not once per lesson; what else this process does meanwhile may ask as well.
    const questions = asked.filter((text) => text.includes('FROM enrollments')).length
    expect(questions).toBeGreaterThan(0)
    expect(questions).toBeLessThan(5)
  })
})

describe('the link of an agenda', () => {
  it('is for those whose seat is confirmed, and for staff', async () => {
    const everybody: [Who, boolean][] = [
      [null, false],
      [stranger, false],
      [revoked, false],
      [enrolled, true],
      [cashier, true],
    ]
    for (const [who, isOpen] of everybody) {
      const rest = await api('GET', `/agendas/${agenda}`, as(who))
      const graph = await graphql(`{ Agenda(id: "${agenda}") { title link } }`, as(who))
      for (const { body } of [rest, graph]) {
        expect([who?.name, JSON.stringify(body).includes(LINK)]).toEqual([who?.name, isOpen])
      }
    }
  })
})

describe('the file of a lesson', () => {
  const nameOf = async (id: number): Promise<string> => {
    const [row] = await rows<{ filename: string }>(
      'SELECT filename FROM lesson_files WHERE id = $1',
      id,
    )
    return row?.filename ?? ''
  }
  const put = async (file: number): Promise<string> => {
    const name = await nameOf(file)
    const { upload } = (await testPayload()).collections['lesson-files'].config
    const { mkdir, writeFile } = await import('node:fs/promises')
    const { join } = await import('node:path')
    await mkdir(String(upload.staticDir), { recursive: true })
    await writeFile(join(String(upload.staticDir), name), '%PDF-1.4 pelajaran')
    return name
  }

  it('is sent to those who may read the lesson', async () => {
    const mine = await put(await insertLessonFile({ enrolled: enrolled.id }))
    const preview = await put(await insertLessonFile({ isPreview: true }))
    const asks: [string, Who, number][] = [
      [mine, enrolled, 200],
      [mine, admin, 200],
      [mine, stranger, 403],
      [mine, null, 403],
      [preview, null, 200],
      [preview, stranger, 200],
    ]
    for (const [name, who, status] of asks) {
      const answer = await api('GET', `/lesson-files/file/${name}`, as(who))
      expect([name === mine, who?.name, answer.status]).toEqual([name === mine, who?.name, status])
      if (status === 200) expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })
})
