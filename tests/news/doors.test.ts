import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { api } from '../support/api'
import type { ApiServer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'
import { person } from '../support/apotek'
import type { Person } from '../support/people'
import { write } from './support'

describe('what the panel asks of the SEO plugin', () => {
  const MADE = ['title', 'description', 'url', 'image'] as const
  let editor: Person

  beforeAll(async () => {
    await person('admin')
    editor = await person('editor')
  })

  it.each(MADE)('is answered to staff alone: %s', async (what) => {
    const path = `/plugin-seo/generate-${what}`
    const body = { collectionSlug: 'news', doc: { title: 'x' } }
    for (const token of [undefined, (await person('patient')).token]) {
      expect((await api('POST', path, { token, body })).status).toBe(403)
    }
    expect((await api('POST', path, { token: editor.token, body })).status).toBe(200)
  })

  it('is made of what the form has', async () => {
    const doc = { title: 'Judul', excerpt: 'Ringkas', slug: 'judul', cover: 7 }
    const made = async (what: string): Promise<unknown> => {
      const body = { collectionSlug: 'news', doc }
      const answer = await api('POST', `/plugin-seo/generate-${what}`, {
        token: editor.token,
        body,
      })
      // The plugin does not say that it is JSON.
      return (JSON.parse(answer.body) as { result: unknown }).result
    }
    expect(await made('title')).toBe('Judul')
    expect(await made('description')).toBe('Ringkas')
    expect(await made('url')).toMatch(/\/news\/judul$/)
    expect(await made('image')).toBe(7)
  })

  it.each(MADE)('is not upset by what is no form: %s', async (what) => {
    const path = `/plugin-seo/generate-${what}`
    const { id } = await write(editor)
    const { token } = editor
    const bodies = [
      ...[null, [], 'x', 1, {}, { collectionSlug: 'users' }, { collectionSlug: 'news' }],
      ...[null, 'x', [], { id: {} }, { id: 'x' }, { cover: 'x', slug: 5, title: {} }].map(
        (doc) => ({ collectionSlug: 'news', doc }),
      ),
      ...['x', {}, 2_000_000_000, id].map((known) => ({ collectionSlug: 'news', id: known })),
    ]
    for (const body of bodies) {
      const { status } = await api('POST', path, { token, body })
      expect([body, status < 500]).toEqual([body, true])
    }
    expect((await api('POST', path, { token, text: '{' })).status).toBe(400)
    expect((await api('POST', path, { token })).status).toBeLessThan(500)
  })
})

describe('a flood of searches', () => {
  let server: ApiServer

  beforeAll(async () => {
    server = await startApiServer({ env: { RATE_LIMIT_FACTOR: '0.025' } })
  })
  afterAll(() => server.stop())

  it('is stopped, of the address that it comes from', async () => {
    const search = async (from: string) => server.call('GET', '/news/search?q=obat', { from })
    const statuses = []
    for (let count = 0; count < 4; count += 1) statuses.push((await search('198.51.100.7')).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const { headers } = await search('198.51.100.7')
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await search('198.51.100.8')).status).toBe(200)
  })
})
