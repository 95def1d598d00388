import { beforeAll, describe, expect, it } from 'vitest'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import type { Person } from '../support/people'
import { word, write } from './support'

type Category = {
  id: number
  name: string
  slug: string
  _order: string
  parent: number | { id: number } | null
  breadcrumbs: { label: string; url: string }[]
}

let editor: Person

beforeAll(async () => {
  await person('admin')
  editor = await person('editor')
})

const make = async (parent?: number, name = word()): Promise<Category> => {
  const answer = await rest<Category>('POST', '/categories', editor, {
    name,
    ...(parent === undefined ? {} : { parent }),
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc
}
const move = async (id: number, parent: number | null) =>
  rest<Category>('PATCH', `/categories/${id}`, editor, { parent })
const read = async (id: number): Promise<Category> =>
  (await rest<Category>('GET', `/categories/${id}?depth=0`)).body

describe('categories', () => {
  it('know the way to them, also after one above them is renamed', async () => {
    const outer = await make()
    const inner = await make(outer.id)
    expect((await read(inner.id)).breadcrumbs).toMatchObject([
      { label: outer.name, url: `/news/kategori/${outer.slug}` },
      { label: inner.name, url: `/news/kategori/${inner.slug}` },
    ])
    await rest('PATCH', `/categories/${outer.id}`, editor, {
      name: 'Diubah',
      breadcrumbs: [{ label: 'palsu' }],
    })
    expect((await read(inner.id)).breadcrumbs[0]?.label).toBe('Diubah')
    expect(JSON.stringify(await read(outer.id))).not.toContain('palsu')
  })

  it('are never within themselves', async () => {
    const [a, b] = [await make(), await make()]
    const c = await make(b.id)
    expect((await move(a.id, a.id)).status).toBe(422)
    expect((await move(b.id, c.id)).status).toBe(422)
    expect((await move(a.id, c.id)).status).toBe(200)
    expect((await move(b.id, a.id)).status).toBe(422)
    expect((await move(a.id, null)).status).toBe(200)
  })

  it('are never within themselves when two are moved at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await make(), await make()]
      const answers = await Promise.all([move(a.id, b.id), move(b.id, a.id)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    }
  })

  it('are four levels deep at most, whatever is moved where', async () => {
    const one = await make()
    const two = await make(one.id)
    const three = await make(two.id)
    const four = await make(three.id)
    const five = await rest('POST', '/categories', editor, { name: word(), parent: four.id })
    expect([five.status, five.body.errors[0]?.message]).toEqual([
      422,
      'Kategori bertingkat paling banyak 4.',
    ])
    const top = await make()
    expect((await move(one.id, top.id)).status).toBe(422)
    expect((await move(two.id, top.id)).status).toBe(200)
  })

  it.each([2_000_000_000, 'x', { a: 1 }, [1], -1])('are in nothing like %j', async (parent) => {
    const { status } = await rest('POST', '/categories', editor, { name: word(), parent })
    expect([400, 404, 422]).toContain(status)
  })

  it('stay while an article or another category names them', async () => {
    const used = await make()
    const { id } = await write(editor, { categories: [used.id], _status: 'draft' })
    const outer = await make()
    await make(outer.id)
    for (const one of [used, outer]) {
      const answer = await rest('DELETE', `/categories/${one.id}`, editor)
      expect([answer.status, answer.body.errors[0]?.message]).toEqual([
        409,
        'Kategori ini masih dipakai artikel atau kategori lain.',
      ])
    }
    expect((await rest('DELETE', `/news/${id}`, editor)).status).toBe(200)
    expect((await rest('DELETE', `/categories/${used.id}`, editor)).status).toBe(200)
  })

  it('stay when an article names them in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await make()
      const article = await write(editor)
      const [named, gone] = await Promise.all([
        rest('PATCH', `/news/${article.id}`, editor, { categories: [id] }),
        rest('DELETE', `/categories/${id}`, editor),
      ])
      const left = await rows('SELECT 1 FROM news_rels WHERE parent_id = $1', article.id)
      const isThere = (await rows('SELECT 1 FROM categories WHERE id = $1', id)).length === 1
      // One of the two is refused: never is an article left without what it was given.
      expect([named.status === 200, gone.status === 200].filter(Boolean)).toHaveLength(1)
      expect([left.length === 1, isThere]).toEqual([named.status === 200, named.status === 200])
    }
  })
})

describe('the order of categories', () => {
  const reorder = async (body: unknown, token?: string) => api('POST', '/reorder', { token, body })
  const order = async (...ids: number[]): Promise<number[]> => {
    const where = ids.map((id) => `where[id][in][]=${id}`).join('&')
    const { body } = await rest<Category>('GET', `/categories?sort=_order&${where}`)
    return body.docs.map(({ id }) => id)
  }
  const moving = (id: number, before: Category, rest: Record<string, unknown> = {}) => ({
    collectionSlug: 'categories',
    docsToMove: [id],
    newKeyWillBe: 'less',
    orderableFieldName: '_order',
    target: { id: before.id, key: before._order },
    ...rest,
  })

  it('is the one that editors make, and readers ask for', async () => {
    const [a, b, c] = [await make(), await make(), await make()]
    expect(await order(a.id, b.id, c.id)).toEqual([a.id, b.id, c.id])
    expect((await reorder(moving(c.id, a), editor.token)).status).toBe(200)
    expect(await order(a.id, b.id, c.id)).toEqual([c.id, a.id, b.id])
  })

  it.each(['anonymous', 'patient', 'cashier', 'doctor'] as const)(
    'is not %s’s to make',
    async (who) => {
      const [a, b] = [await make(), await make()]
      const token = who === 'anonymous' ? undefined : (await person(who)).token
      const { status } = await reorder(moving(b.id, a), token)
      expect([401, 403]).toContain(status)
      const first = { ...moving(b.id, a), target: { id: a.id, key: null } }
      await reorder(first, token)
      expect(await order(a.id, b.id)).toEqual([a.id, b.id])
    },
  )

  it('is not upset by what is no order', async () => {
    const [a, b] = [await make(), await make()]
    const bodies: unknown[] = [
      null,
      [],
      'x',
      {},
      moving(b.id, a, { target: null }),
      moving(b.id, a, { target: { id: 'x', key: 'y' } }),
      moving(b.id, a, { docsToMove: [] }),
      moving(b.id, a, { docsToMove: ['x'] }),
      moving(b.id, a, { docsToMove: [2_000_000_000] }),
      moving(b.id, a, { docsToMove: [{}] }),
      moving(b.id, a, { collectionSlug: 'users' }),
      moving(b.id, a, { orderableFieldName: 'name' }),
      moving(b.id, a, { newKeyWillBe: 'x' }),
    ]
    for (const body of bodies) {
      const { status } = await reorder(body, editor.token)
      expect([body, status >= 400 && status < 500]).toEqual([body, true])
    }
    expect(await order(a.id, b.id)).toEqual([a.id, b.id])
    const nonsense = moving(b.id, a, { target: { id: a.id, key: '!!' } })
    expect((await reorder(nonsense, editor.token)).status).toBe(200)
    expect(await order(a.id, b.id)).toEqual([b.id, a.id])
  })

  it('is another for each of those that are made at once', async () => {
    const made = await Promise.all([make(), make(), make(), make(), make(), make()])
    expect(new Set(made.map(({ _order }) => _order)).size).toBe(6)
    const [first, second, third] = made.sort((a, b) => (a._order < b._order ? -1 : 1))
    expect((await reorder(moving(third.id, second), editor.token)).status).toBe(200)
    expect(await order(first.id, second.id, third.id)).toEqual([first.id, third.id, second.id])
  })

  it('is not typed', async () => {
    const { id, _order } = await make()
    await rest('PATCH', `/categories/${id}`, editor, { _order: '!' })
    expect((await read(id))._order).toBe(_order)
    await make()
  })
})
