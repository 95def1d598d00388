import { beforeAll, describe, expect, it } from 'vitest'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import type { Person } from '../support/people'
import { change, word, write } from './support'

let editor: Person

beforeAll(async () => {
  await person('admin')
  editor = await person('editor')
})

type Redirect = { from: string; article: number | null; url: string | null }

const leading = async (...slugs: string[]): Promise<Redirect[]> =>
  rows<Redirect>(
    `SELECT r."from", rel.news_id AS article, r.to_url AS url
       FROM redirects r LEFT JOIN redirects_rels rel ON rel.parent_id = r.id
      WHERE r."from" = ANY($1) ORDER BY r.id`,
    slugs.map((slug) => `/news/${slug}`),
  )

const redirect = async (from: string, url: string) =>
  rest('POST', '/redirects', editor, { from, to: { type: 'custom', url } })

describe('a new address of an article', () => {
  it('leaves a redirect where the old one was, each to the article itself', async () => {
    const [a, b, c] = [word(), word(), word()]
    const { id } = await write(editor, { slug: a })
    await change(editor, id, { slug: b })
    expect(await leading(a)).toEqual([{ from: `/news/${a}`, article: id, url: null }])
    await change(editor, id, { slug: c })
    expect(await leading(a, b, c)).toEqual([
      { from: `/news/${a}`, article: id, url: null },
      { from: `/news/${b}`, article: id, url: null },
    ])
    const { body } = await rest<{ to: unknown }>(
      'GET',
      `/redirects?depth=1&where[from][equals]=/news/${a}`,
    )
    expect(body.docs[0]?.to).toMatchObject({
      type: 'reference',
      reference: { relationTo: 'news', value: { id, slug: c } },
    })
  })

  it('leaves none of what nobody has read', async () => {
    const [a, b, c] = [word(), word(), word()]
    const { id } = await write(editor, { slug: a, _status: 'draft' })
    await change(editor, id, { slug: b })
    expect(await leading(a, b)).toEqual([])
    const published = await write(editor, { slug: c })
    await change(editor, published.id, { slug: word() }, '?draft=true')
    expect(await leading(c)).toEqual([])
  })

  it('leaves one when it changed in a draft, or while the article was taken back', async () => {
    const [a, b, c] = [word(), word(), word()]
    const { id } = await write(editor, { slug: a })
    await change(editor, id, { slug: b }, '?draft=true')
    await change(editor, id, { _status: 'published' })
    expect(await leading(a)).toMatchObject([{ article: id }])
    await change(editor, id, { _status: 'draft' })
    await change(editor, id, { slug: c }, '?draft=true')
    await change(editor, id, { _status: 'published' })
    expect(await leading(a, b)).toMatchObject([{ article: id }, { article: id }])
  })

  it('takes the redirect away that was there, also when it is its own', async () => {
    const [a, b] = [word(), word()]
    const { id } = await write(editor, { slug: a })
    await change(editor, id, { slug: b })
    await change(editor, id, { slug: a })
    expect(await leading(a, b)).toEqual([{ from: `/news/${b}`, article: id, url: null }])
    const other = await write(editor, { slug: b })
    expect(other.slug).toBe(b)
    expect(await leading(a, b)).toEqual([])
  })

  it('is what redirects by hand lead to then', async () => {
    const [a, b, old] = [word(), word(), word()]
    const { id } = await write(editor, { slug: a })
    expect((await redirect(`/lama/${old}`, `/news/${a}`)).status).toBe(201)
    await change(editor, id, { slug: b })
    const found = await rows('SELECT to_url FROM redirects WHERE "from" = $1', `/lama/${old}`)
    expect(found).toEqual([{ to_url: `/news/${b}` }])
  })

  it('goes with the article', async () => {
    const [a, b] = [word(), word()]
    const { id } = await write(editor, { slug: a })
    await change(editor, id, { slug: b })
    expect((await rest('DELETE', `/news/${id}`, editor)).status).toBe(200)
    expect(await leading(a)).toEqual([])
  })

  it('is one of all when many change it at once, and each of the others leads there', async () => {
    const { id, slug } = await write(editor)
    const slugs = Array.from({ length: 8 }, word)
    await Promise.all(slugs.map(async (next) => change(editor, id, { slug: next })))
    const [row] = await rows<{ slug: string }>('SELECT slug FROM news WHERE id = $1', id)
    const now = row?.slug ?? ''
    expect(slugs).toContain(now)
    const old = await leading(slug, ...slugs)
    expect(old.every(({ article }) => article === id)).toBe(true)
    expect(old.map(({ from }) => from)).toContain(`/news/${slug}`)
    expect(old.map(({ from }) => from)).not.toContain(`/news/${now}`)
  })
})

describe('a redirect by hand', () => {
  it('leads to the end of a chain at once, whichever part came first', async () => {
    const [a, b, c] = [`/${word()}`, `/${word()}`, `/${word()}`]
    await redirect(b, c)
    await redirect(a, b)
    const d = `/${word()}`
    await redirect(c, d)
    const found = await rows('SELECT to_url FROM redirects WHERE "from" = ANY($1)', [a, b, c])
    expect(found).toEqual([{ to_url: d }, { to_url: d }, { to_url: d }])
  })

  it('never leads to itself, not even over others', async () => {
    const [a, b] = [`/${word()}`, `/${word()}`]
    expect((await redirect(a, a)).status).toBe(422)
    expect((await redirect(a, b)).status).toBe(201)
    expect((await redirect(b, a)).status).toBe(422)
    expect(await rows('SELECT 1 FROM redirects WHERE "from" = $1', b)).toEqual([])
  })

  it('never leads to itself when both halves of a loop are written at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [`/${word()}`, `/${word()}`]
      const answers = await Promise.all([redirect(a, b), redirect(b, a)])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    }
  })

  it('leads away from no published article', async () => {
    const { slug } = await write(editor)
    expect((await redirect(`/news/${slug}`, '/')).status).toBe(409)
  })

  it.each([
    ['news/x', '/y'],
    ['//example.test', '/y'],
    ['https://example.test', '/y'],
    ['/x?y', '/y'],
    ['/x', 'javascript:alert(1)'],
    ['/x', '//example.test'],
    ['/x', '/\\example.test'],
    ['/x', ''],
  ])('from %s to %s is refused', async (from, url) => {
    expect((await redirect(from, url)).status).toBe(400)
  })
})

it.each([
  'where[to.reference][equals]=1',
  'where[to.reference][equals][relationTo]=nobody&where[to.reference][equals][value]=1',
  'where[to.reference.relationTo][equals]=nobody',
  'sort=to.reference',
])('is not looked for by what it leads to, of whatever kind: %s', async (query) => {
  for (const who of [editor, null]) {
    expect((await api('GET', `/redirects?${query}`, { token: who?.token })).status).toBe(400)
  }
})
