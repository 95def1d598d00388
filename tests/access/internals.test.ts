import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { insertObat } from './fixtures'

const INTERNALS = [
  'payload-jobs',
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
]

const isRefused = (status: number): boolean => [403, 404, 501].includes(status)

describe('Payload’s own collections', () => {
  let payload: Payload
  let patient: Person
  let admin: Person
  let cashier: Person

  beforeAll(async () => {
    payload = await testPayload()
    patient = await person('patient')
    admin = await person('admin')
    cashier = await person('cashier')
  })

  it('are the ones that this test knows', () => {
    const slugs = payload.config.collections.map(({ slug }) => slug)
    expect(slugs.filter((slug) => slug.startsWith('payload-')).sort()).toEqual(INTERNALS)
  })

  const bodies: Record<string, (obat: number) => Record<string, unknown>> = {
    'payload-jobs': () => ({ taskSlug: 'schedulePublish', input: {} }),
    'payload-kv': () => ({ key: 'dari-luar', data: {} }),
    'payload-locked-documents': (obat) => ({
      document: { relationTo: 'obat', value: obat },
      user: { relationTo: 'users', value: admin.id },
    }),
    'payload-migrations': () => ({ name: 'dari-luar', batch: 1 }),
    'payload-preferences': () => ({ key: 'dari-luar', value: { a: 1 } }),
  }
  const contentOf = async (slug: string) =>
    rows(`SELECT to_jsonb(t) AS row FROM ${slug.replaceAll('-', '_')} t ORDER BY id`)

  describe.each(INTERNALS)('%s', (slug) => {
    it.each(['anonymous', 'patient'])('is closed to %s', async (actor) => {
      const token = actor === 'patient' ? patient.token : undefined
      const obat = await insertObat()
      await payload.create({
        collection: 'payload-locked-documents',
        data: bodies['payload-locked-documents']!(obat) as never,
      })
      const before = await contentOf(slug)
      const body = bodies[slug]!(obat)
      const calls: [method: string, path: string, body?: unknown][] = [
        ['GET', ''],
        ['GET', '/count'],
        ['GET', '/1'],
        ['GET', '/dari-luar'],
        ['POST', '', body],
        ['POST', '/1', body],
        ['POST', '/dari-luar', body],
        ['POST', '/access', {}],
        ['POST', '/1/duplicate', {}],
        ['PATCH', '/1', body],
        ['PATCH', '?where[id][exists]=true', body],
        ['DELETE', '/1'],
        ['DELETE', '/dari-luar'],
        ['DELETE', '?where[id][exists]=true'],
      ]
      for (const [method, path, sent] of calls) {
        const answer = await api(method, `/${slug}${path}`, { token, body: sent })
        if (path === '/access' && answer.status === 200) {
          // Tells nothing but "no rights".
          expect(JSON.stringify(answer.body)).not.toContain('true')
          continue
        }
        expect([method, path, isRefused(answer.status)]).toEqual([method, path, true])
      }
      expect(await contentOf(slug)).toEqual(before)
    })
  })

  it.each(['anonymous', 'patient'])('are closed to %s over GraphQL', async (actor) => {
    const token = actor === 'patient' ? patient.token : undefined
    const obat = await insertObat()
    const documents = [
      'query { PayloadLockedDocuments { docs { id } } }',
      'query { PayloadLockedDocument(id: 1) { id } }',
      `mutation { createPayloadLockedDocument(data: { document: { relationTo: obat, value: ${obat} },
         user: { relationTo: users, value: ${admin.id} } }) { id } }`,
      'mutation { deletePayloadLockedDocument(id: 1) { id } }',
      'query { PayloadPreferences { docs { id } } }',
      'mutation { createPayloadPreference(data: { key: "x", value: {} }) { id } }',
      'query { PayloadKvs { docs { key } } }',
      'mutation { createPayloadKv(data: { key: "x", data: {} }) { id } }',
    ]
    for (const document of documents) {
      const { body } = await graphql(document, token ? { token } : {})
      const { data, errors } = body as {
        data?: Record<string, unknown> | null
        errors?: { extensions?: { statusCode?: number } }[]
      }
      // Refused by a rule, not because the document asks for what does not exist.
      expect([document, errors?.[0]?.extensions?.statusCode]).toEqual([document, 403])
      expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true)
    }
    expect(await rows(`SELECT 1 FROM payload_kv WHERE key = 'x'`)).toEqual([])
  })

  it.each(['payload-jobs', 'payload-kv', 'payload-migrations'])(
    '%s is closed to admins too',
    async (slug) => {
      const body = bodies[slug]!(0)
      const { token } = admin
      expect(isRefused((await api('GET', `/${slug}`, { token })).status)).toBe(true)
      expect(isRefused((await api('POST', `/${slug}`, { token, body })).status)).toBe(true)
    },
  )

  it('the panel’s document locks work for staff', async () => {
    const obat = await insertObat()
    const { token } = cashier
    const path = '/payload-locked-documents'
    const made = await api('POST', path, {
      token,
      body: {
        document: { relationTo: 'obat', value: obat },
        user: { relationTo: 'users', value: cashier.id },
      },
    })
    expect(made.status).toBe(201)
    const { doc } = made.body as { doc: { id: number } }
    const where = `where[document.value][equals]=${obat}&where[document.relationTo][equals]=obat`
    const found = await api('GET', `${path}?${where}`, { token: admin.token })
    expect(found.body).toMatchObject({ docs: [{ id: doc.id }] })
    const takenOver = await api('PATCH', `${path}/${doc.id}`, {
      token: admin.token,
      body: { user: { relationTo: 'users', value: admin.id } },
    })
    expect(takenOver.status).toBe(200)
    expect((await api('DELETE', `${path}/${doc.id}`, { token: admin.token })).status).toBe(200)
  })

  it('the panel’s preferences work for staff, each for their own', async () => {
    const path = '/payload-preferences/daftar-obat'
    for (const [{ token }, value] of [
      [cashier, { limit: 25 }],
      [admin, { limit: 50 }],
    ] as const) {
      expect((await api('POST', path, { token, body: { value } })).status).toBe(200)
    }
    expect((await api('GET', path, { token: cashier.token })).body).toMatchObject({
      value: { limit: 25 },
    })
    const listed = await api('GET', '/payload-preferences?limit=100', { token: cashier.token })
    const { docs } = listed.body as { docs: { user: { value: { id: number } | number } }[] }
    const owners = docs.map(({ user: { value } }) => (typeof value === 'object' ? value.id : value))
    expect(new Set(owners)).toEqual(new Set([cashier.id]))
    const [{ id } = { id: 0 }] = await rows<{ id: number }>(
      `SELECT p.id FROM payload_preferences p JOIN payload_preferences_rels r ON r.parent_id = p.id
        WHERE p.key = 'daftar-obat' AND r.users_id = $1`,
      admin.id,
    )
    const stolen = await api('PATCH', `/payload-preferences/${id}`, {
      token: cashier.token,
      body: { value: {} },
    })
    expect(isRefused(stolen.status)).toBe(true)
    expect((await api('DELETE', path, { token: cashier.token })).status).toBe(200)
    expect((await api('GET', path, { token: admin.token })).body).toMatchObject({
      value: { limit: 50 },
    })
  })
})
