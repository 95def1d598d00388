import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiServer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'

const PLUGINS = join(import.meta.dirname, '../../src/plugins')
/** Always there; every other plugin is a domain, and can be taken out. */
const GROUND_FLOOR = ['accounts', 'media', 'realtime', 'notifications', 'payments', 'panel']
const PASSWORD = 'rahasia-sekali'

const domains = (await readdir(PLUGINS)).filter((name) => !GROUND_FLOOR.includes(name))

/** What a domain brings, by what is there without it and what is not. */
const BROUGHT: Record<string, { collections: string[]; route: string; query: string }> = {
  pharmacy: {
    collections: [
      'obat',
      'obat-categories',
      'orders',
      'payment-proofs',
      'prescriptions',
      'stock-movements',
    ],
    route: '/apotek/orders',
    query: 'Obats',
  },
  consultations: {
    collections: ['doctors', 'consultations', 'messages', 'chat-files'],
    route: '/chats/consultation/1/status',
    query: 'Doctors',
  },
  courses: {
    collections: ['courses', 'agendas', 'coupons', 'enrollments', 'agenda-registrations'],
    route: '/v1/courses',
    query: 'Courses',
  },
  examinations: {
    collections: ['pemeriksaan'],
    route: '/payment/confirmation?order_id=x',
    query: 'Pemeriksaans',
  },
  news: {
    collections: ['news', 'categories', 'redirects'],
    route: '/news/search?q=obat',
    query: 'allNews',
  },
  assistant: {
    collections: ['assistant-conversations'],
    route: '/assistant/usage',
    query: 'AssistantConversations',
  },
}

describe('the domains', () => {
  it('are all known to this test', () => {
    expect(Object.keys(BROUGHT).sort()).toEqual(domains.sort())
  })
})

describe.each(Object.entries(BROUGHT))('without %s', (domain, { collections, route, query }) => {
  let server: ApiServer
  let adminToken: string

  beforeAll(async () => {
    server = await startApiServer({ without: [domain] })
  })
  afterAll(() => server.stop())

  it('the rest starts on an empty database, and has nothing of it', () => {
    for (const slug of collections) expect(server.collections).not.toContain(slug)
    expect(server.collections).toEqual(expect.arrayContaining(['users', 'media']))
  })

  it('people come in, and are who they are', async () => {
    const first = await server.call('POST', '/users/first-register', {
      body: {
        name: 'Admin',
        email: 'admin@example.test',
        password: PASSWORD,
        setupToken: server.setupToken,
      },
    })
    expect(first.status).toBe(200)
    adminToken = (first.body as { token: string }).token
    const me = await server.call('GET', '/users/me', { token: adminToken })
    expect(me.body).toMatchObject({ user: { role: 'admin' } })
  })

  it('documents are written, read and deleted over REST and GraphQL', async () => {
    const image = sharp({ create: { width: 4, height: 4, channels: 3, background: '#0a0' } })
    const form = new FormData()
    const bytes = new Uint8Array(await image.png().toBuffer())
    form.set('file', new Blob([bytes], { type: 'image/png' }), 'gambar.png')
    const made = await server.call('POST', '/media', { token: adminToken, body: form })
    expect(made.status).toBe(201)
    const { doc } = made.body as { doc: { id: number } }
    const { body } = await server.graphql('{ allMedia { docs { id } } Users { totalDocs } }', {
      token: adminToken,
    })
    expect(body).toEqual({
      data: { allMedia: { docs: [{ id: doc.id }] }, Users: { totalDocs: 1 } },
    })
    const deleted = await server.call('DELETE', `/media/${doc.id}`, { token: adminToken })
    expect(deleted.status).toBe(200)
  })

  it('nothing answers in its name', async () => {
    const paths = [route, ...collections.map((slug) => `/${slug}`)]
    for (const path of paths) {
      const { status } = await server.call('GET', path, { token: adminToken })
      expect([path, status]).toEqual([path, 404])
    }
    const { body } = await server.graphql(`{ ${query} { totalDocs } }`, { token: adminToken })
    expect(JSON.stringify(body)).toContain(`Cannot query field \\"${query}\\"`)
  })
})
