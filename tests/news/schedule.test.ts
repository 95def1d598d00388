import {
  getUpcomingScheduledPublishHandler,
  schedulePublishHandler,
} from '@payloadcms/ui/utilities/schedulePublishHandler'
import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { publishScheduled } from '@/plugins/news/operations/publishScheduled'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { change, word, write } from './support'

const PAST = new Date('2026-01-01T00:00:00.000Z')
const LATER = new Date('2026-01-02T00:00:00.000Z')
const FUTURE = new Date('2099-01-01T00:00:00.000Z')

let payload: Payload
let editor: Person

beforeAll(async () => {
  payload = await testPayload()
  await person('admin')
  editor = await person('editor')
})

/** Leaves nothing to the next test. */
afterEach(async () => {
  await rows('DELETE FROM payload_jobs')
})

/** What the panel's server functions get of who is signed in. */
const requestOf = async ({ id }: Person): Promise<PayloadRequest> => {
  const user = await payload.findByID({ collection: 'users', id, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

/** Schedules as the panel's drawer does. */
const schedule = async (
  by: Person,
  article: number,
  date: Date,
  type: 'publish' | 'unpublish' = 'publish',
): Promise<{ error?: string; message?: string }> =>
  (await schedulePublishHandler({
    type,
    date,
    doc: { relationTo: 'news', value: String(article) },
    timezone: 'Asia/Jakarta',
    req: await requestOf(by),
  } as never)) as { error?: string; message?: string }

const upcoming = async (by: Person, id: number): Promise<{ id: number; waitUntil: string }[]> =>
  (await getUpcomingScheduledPublishHandler({
    id,
    collectionSlug: 'news',
    req: await requestOf(by),
  } as never)) as { id: number; waitUntil: string }[]

const isPublic = async (id: number): Promise<boolean> =>
  (await api('GET', `/news/${id}`)).status === 200

type Job = { has_error: boolean; total_tried: string; error: { message: string } | null }
const jobsOf = async (article: number): Promise<Job[]> =>
  rows<Job>(`SELECT * FROM payload_jobs WHERE input #>> '{doc,value}' = $1`, String(article))

const draft = async (data: Record<string, unknown> = {}) =>
  (await rest('POST', '/news?draft=true', editor, { title: `Draf ${word()}`, ...data })).body.doc

describe('scheduled publishing', () => {
  it('happens when it is due, not before, with the newest draft, and once', async () => {
    const { id } = await draft()
    const title = word()
    await schedule(editor, id, FUTURE)
    expect(await publishScheduled(payload)).toBe(0)
    expect(await isPublic(id)).toBe(false)
    await change(editor, id, { title }, '?draft=true')
    await rows('UPDATE payload_jobs SET wait_until = now()')
    expect(await publishScheduled(payload)).toBe(1)
    expect((await api('GET', `/news/${id}`)).body).toMatchObject({ title })
    expect(await publishScheduled(payload)).toBe(0)
    expect(await jobsOf(id)).toEqual([])
  })

  it('is taken back when that is scheduled', async () => {
    const { id } = await write(editor)
    await schedule(editor, id, PAST, 'unpublish')
    expect(await publishScheduled(payload)).toBe(1)
    expect(await isPublic(id)).toBe(false)
  })

  it('is due at a moment, wherever its clock hangs', async () => {
    const { id } = await draft()
    const inJakarta = '2090-05-01T07:00:00+07:00'
    await schedule(editor, id, new Date(inJakarta))
    const [event] = await upcoming(editor, id)
    expect(new Date(event?.waitUntil ?? '').toISOString()).toBe('2090-05-01T00:00:00.000Z')
    const [row] = await rows(
      `SELECT wait_until = '2090-05-01 00:00:00+00' AS same FROM payload_jobs`,
    )
    expect(row).toEqual({ same: true })
  })

  it('happens once however many instances look at the same time', async () => {
    const articles = await Promise.all(Array.from({ length: 6 }, async () => draft()))
    for (const { id } of articles) await schedule(editor, id, PAST)
    const done = await Promise.all(Array.from({ length: 4 }, async () => publishScheduled(payload)))
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(6)
    for (const { id } of articles) {
      const versions = await rows(
        `SELECT 1 FROM _news_v WHERE parent_id = $1 AND version__status = 'published'`,
        id,
      )
      expect(versions).toHaveLength(1)
    }
  })

  it('keeps the order of what was to happen to an article while nobody looked', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await draft()
      // Written in the other order.
      await schedule(editor, id, LATER, 'unpublish')
      await schedule(editor, id, PAST)
      await Promise.all(Array.from({ length: 3 }, async () => publishScheduled(payload)))
      await publishScheduled(payload)
      expect([await isPublic(id), await jobsOf(id)]).toEqual([false, []])
      const versions = await rows(
        `SELECT 1 FROM _news_v WHERE parent_id = $1 AND version__status = 'published'`,
        id,
      )
      expect(versions).toHaveLength(1)
    }
  })

  it('is done by another when the one who took it dies', async () => {
    const { id } = await draft()
    await schedule(editor, id, PAST)
    const dying = new pg.Client({ connectionString: process.env.DATABASE_URL })
    dying.on('error', () => undefined)
    await dying.connect()
    await dying.query('BEGIN')
    await dying.query('SELECT 1 FROM payload_jobs FOR UPDATE')
    expect(await publishScheduled(payload)).toBe(0)
    const { rows: found } = await dying.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const gone = new Promise((resolve) => dying.once('end', resolve))
    await rows('SELECT pg_terminate_backend($1)', found[0]?.pid)
    await gone
    // The backend lets go when it ends, which may take it a moment.
    while ((await rows('SELECT 1 FROM pg_stat_activity WHERE pid = $1', found[0]?.pid)).length > 0);
    expect(await publishScheduled(payload)).toBe(1)
    expect(await isPublic(id)).toBe(true)
  })
})

describe('scheduled publishing that cannot happen', () => {
  const told = async (who: Person): Promise<string[]> =>
    (
      await rows<{ body: string }>(
        `SELECT body FROM notifications WHERE user_id = $1 AND kind = 'news-schedule-failed' ORDER BY id`,
        who.id,
      )
    ).map(({ body }) => body)

  it('is told to who scheduled it: an article that is not complete', async () => {
    const me = await person('editor')
    const { id } = await draft({ title: '' })
    await schedule(me, id, PAST)
    expect(await publishScheduled(payload)).toBe(0)
    expect(await jobsOf(id)).toMatchObject([{ has_error: true }])
    expect(await told(me)).toEqual([expect.stringContaining(`#${id}`)])
    expect(await publishScheduled(payload)).toBe(0)
    expect(await told(me)).toHaveLength(1)
  })

  it('is told to who scheduled it: an article in the trash', async () => {
    const me = await person('editor')
    const { id } = await write(editor, { _status: 'draft' })
    await schedule(me, id, PAST)
    await change(editor, id, { deletedAt: new Date().toISOString() })
    expect(await publishScheduled(payload)).toBe(0)
    expect(await told(me)).toEqual([expect.stringContaining('Artikel ini sudah dihapus.')])
    expect(await isPublic(id)).toBe(false)
  })

  it('does not happen when who scheduled it is an editor no more', async () => {
    const admin = await person('admin')
    for (const now of [{ role: 'patient' }, { disabled: true }]) {
      const me = await person('editor')
      const { id } = await draft()
      await schedule(me, id, PAST)
      expect((await rest('PATCH', `/users/${me.id}`, admin, now)).status).toBe(200)
      expect(await publishScheduled(payload)).toBe(0)
      expect(await isPublic(id)).toBe(false)
      expect(await jobsOf(id)).toMatchObject([{ has_error: true }])
    }
  })

  it('is tried again later when the database is at fault, and given up in the end', async () => {
    const me = await person('editor')
    const { id } = await draft()
    await schedule(me, id, PAST)
    const due = `UPDATE payload_jobs SET wait_until = now() - interval '1 second'`
    await rows('ALTER TABLE _news_v RENAME TO elsewhere')
    try {
      for (let tried = 1; tried <= 4; tried += 1) {
        expect(await publishScheduled(payload)).toBe(0)
        const [job] = await jobsOf(id)
        expect([job?.has_error, Number(job?.total_tried)]).toEqual([false, tried])
        // Not due before a while.
        expect(await rows('SELECT 1 FROM payload_jobs WHERE wait_until <= now()')).toEqual([])
        await rows(due)
      }
    } finally {
      await rows('ALTER TABLE elsewhere RENAME TO _news_v')
    }
    expect(await told(me)).toEqual([])
    expect(await publishScheduled(payload)).toBe(1)
    expect(await isPublic(id)).toBe(true)
    await schedule(me, id, PAST, 'unpublish')
    await rows('UPDATE payload_jobs SET total_tried = 4')
    await rows('ALTER TABLE _news_v RENAME TO elsewhere')
    try {
      expect(await publishScheduled(payload)).toBe(0)
    } finally {
      await rows('ALTER TABLE elsewhere RENAME TO _news_v')
    }
    expect(await jobsOf(id)).toMatchObject([{ has_error: true }])
    expect(await told(me)).toEqual([expect.stringContaining('Pembatalan terbit')])
  })
})

describe('schedules', () => {
  it('are made, seen and taken back by editors', async () => {
    const { id } = await draft()
    expect(await schedule(editor, id, FUTURE)).not.toHaveProperty('error')
    const [event] = await upcoming(await person('admin'), id)
    expect(event).toMatchObject({ id: expect.any(Number) })
    await schedulePublishHandler({ deleteID: event?.id, req: await requestOf(editor) } as never)
    expect(await upcoming(editor, id)).toEqual([])
  })

  it.each(['cashier', 'doctor', 'patient'] as const)('are not a %s’s', async (role) => {
    const me = await person(role)
    const { id } = await draft()
    await schedule(editor, id, FUTURE)
    const [event] = await upcoming(editor, id)
    const refused = async (work: () => Promise<unknown>): Promise<unknown> =>
      work().then(
        (answer) => answer,
        () => ({ error: 'thrown' }),
      )
    expect(await refused(async () => schedule(me, id, PAST))).toHaveProperty('error')
    expect(await refused(async () => upcoming(me, id))).toHaveProperty('error')
    const req = await requestOf(me)
    const cancel = async () => schedulePublishHandler({ deleteID: event?.id, req } as never)
    expect(await refused(cancel)).toHaveProperty('error')
    expect(await upcoming(editor, id)).toHaveLength(1)
    expect(await rows('SELECT 1 FROM payload_jobs')).toHaveLength(1)
  })

  it('go with the article', async () => {
    const { id } = await draft()
    await schedule(editor, id, FUTURE)
    expect((await rest('DELETE', `/news/${id}`, editor)).status).toBe(200)
    expect(await jobsOf(id)).toEqual([])
  })
})
