import { beforeAll, describe, expect, it } from 'vitest'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import type { Person } from '../support/people'
import type { SearchAnswer } from '@/plugins/news/schemas'
import { explain } from './plans'
import { change, lexical, word, write } from './support'

let editor: Person

beforeAll(async () => {
  await person('admin')
  editor = await person('editor')
})

const search = async (query: string, token?: string): Promise<SearchAnswer> => {
  const { status, body } = await api('GET', `/news/search?${query}`, { token })
  expect([query, status, body]).toEqual([query, 200, expect.anything()])
  return body
}
const find = async (q: string, more = ''): Promise<number[]> =>
  (await search(`q=${encodeURIComponent(q)}${more}`)).docs.map(({ id }) => id)

describe('the search of articles', () => {
  it.each([
    ['obat', 'pengobatan'],
    ['pengobatan', 'obat'],
    ['periksa', 'pemeriksaannya'],
    ['sakit', 'penyakit'],
    ['menyebabkan', 'sebabkan'],
  ])('finds by %s what says %s', async (asked, said) => {
    const own = word()
    const { id } = await write(editor, {
      title: own,
      content: lexical(`Tentang ${said} di rumah.`),
    })
    expect(await find(`${own} ${asked}`)).toEqual([id])
    expect(await find(`${own} ${word()}`)).toEqual([])
  })

  it('finds by the beginning of the last word, and of no other', async () => {
    const own = word()
    const { id } = await write(editor, { title: `${own} antibiotik` })
    expect(await find(`${own} antib`)).toEqual([id])
    expect(await find(own.slice(0, -2))).toEqual([id])
    expect(await find(`antib ${own}`)).toEqual([])
    // Too short for a beginning.
    expect(await find(`${own} an`)).toEqual([])
  })

  it('puts titles before excerpts, and these before texts', async () => {
    const own = word()
    const inText = await write(editor, { content: lexical(`Di sini ${own} saja.`) })
    const inTitle = await write(editor, { title: own })
    const inExcerpt = await write(editor, { excerpt: `Ringkasan ${own}.` })
    expect(await find(own)).toEqual([inTitle.id, inExcerpt.id, inText.id])
  })

  it('knows what is wanted as it stands, either, and not', async () => {
    const [a, b] = [word(), word()]
    const both = await write(editor, { title: `${a} lalu ${b}` })
    const one = await write(editor, { title: a })
    expect(await find(`"${a} lalu"`)).toEqual([both.id])
    expect(await find(`"lalu ${a}"`)).toEqual([])
    expect((await find(`${a} or ${b}`)).sort()).toEqual([both.id, one.id])
    expect(await find(`${a} -${b}`)).toEqual([one.id])
  })

  it.each([`'`, `"`, `& | !`, `:*`, `\\`, `%`, `a:b*c(`, '<script>', '日本', '😀', '-', 'or'])(
    'is not confused by %s',
    async (q) => {
      await search(`q=${encodeURIComponent(q)}`)
    },
  )

  it('shows where the words stand, as text', async () => {
    const own = word()
    const content = lexical('Kalimat <b>pertama</b> &amp; biasa.', `Lalu ${own} disebut.`)
    await write(editor, { title: 'Cuplikan', content })
    const [doc] = (await search(`q=${own}`)).docs
    expect(doc?.snippet.filter(({ isMatch }) => isMatch)).toEqual([{ text: own, isMatch: true }])
    expect(doc?.snippet.map(({ text }) => text).join('')).toContain(`Lalu ${own} disebut`)
  })

  it('keeps marks of matches out of the texts that it searches', async () => {
    const own = word()
    await write(editor, { excerpt: `\uE000palsu\uE001 ${own}` })
    const [doc] = (await search(`q=${own}`)).docs
    expect(doc?.snippet.filter(({ isMatch }) => isMatch)).toEqual([{ text: own, isMatch: true }])
    expect(JSON.stringify(doc?.snippet)).not.toMatch(/[\uE000\uE001]/)
  })

  it.each(['anonymous', 'editor'])(
    'finds for %s what readers see, and nothing else',
    async (who) => {
      const [said, drafted] = [word(), word()]
      const draft = await write(editor, { title: said, _status: 'draft' })
      const changed = await write(editor, { title: said })
      await change(editor, changed.id, { title: drafted }, '?draft=true')
      const unpublished = await write(editor, { title: said })
      await change(editor, unpublished.id, { _status: 'draft' })
      const trashed = await write(editor, { title: said })
      await change(editor, trashed.id, { deletedAt: new Date().toISOString() })
      const token = who === 'editor' ? editor.token : undefined
      const ids = async (q: string) => (await search(`q=${q}`, token)).docs.map(({ id }) => id)
      expect(await ids(said)).toEqual([changed.id])
      expect(await ids(drafted)).toEqual([])
      await change(editor, draft.id, { _status: 'published' })
      await change(editor, changed.id, { _status: 'published' })
      expect(await ids(said)).toEqual([draft.id])
      expect(await ids(drafted)).toEqual([changed.id])
    },
  )

  it('finds within a category and those within it', async () => {
    const own = word()
    const category = async (parent?: number) =>
      (
        await rest<{ id: number; slug: string }>('POST', '/categories', editor, {
          name: word(),
          ...(parent ? { parent } : {}),
        })
      ).body.doc
    const outer = await category()
    const inner = await category(outer.id)
    const other = await category()
    const inInner = await write(editor, { title: own, categories: [inner.id] })
    await write(editor, { title: own, categories: [other.id] })
    await write(editor, { title: own })
    expect(await find(own, `&category=${outer.slug}`)).toEqual([inInner.id])
    expect(await find(own, `&category=${inner.slug}`)).toEqual([inInner.id])
    expect(await find(own)).toHaveLength(3)
    const { status, body } = await api('GET', `/news/search?q=${own}&category=tidak-ada`)
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('Kategori')])
  })

  it('tells page by page', async () => {
    const own = word()
    const ids: number[] = []
    for (const day of [1, 2, 3, 4, 5]) {
      const publishedAt = `2026-01-0${day}T00:00:00.000Z`
      ids.unshift((await write(editor, { title: own, publishedAt })).id)
    }
    const first = await search(`q=${own}&per_page=2`)
    const last = await search(`q=${own}&per_page=2&page=3`)
    const after = await search(`q=${own}&per_page=2&page=4`)
    expect(first).toMatchObject({ totalDocs: 5, totalPages: 3, hasNextPage: true, limit: 2 })
    expect(first.docs.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(last).toMatchObject({ hasNextPage: false, hasPrevPage: true })
    expect(last.docs.map(({ id }) => id)).toEqual(ids.slice(4))
    expect(after.docs).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['no word', 'q=%20'],
    ['too many', `q=${'a'.repeat(201)}`],
    ['a strange page', 'q=obat&page=x'],
    ['a page that no search has', 'q=obat&page=100000'],
  ])('refuses %s', async (_what, query) => {
    const { status, body } = await api('GET', `/news/search?${query}`)
    expect([status, body]).toEqual([
      422,
      { errors: [expect.objectContaining({ name: 'ApiError' })] },
    ])
  })

  it('takes an article of any length and any shape of text', async () => {
    const own = word()
    const long = Array.from({ length: 300 }, (_, at) =>
      Array.from({ length: 200 }, (_each, of) => `kata${at}-${of}unik`).join(' '),
    )
    const { id } = await write(editor, { title: own, content: lexical(...long) })
    expect(await find(own)).toEqual([id])
  })
})

describe('the search of many articles', () => {
  it('asks the index, also for a word that half of them have', async () => {
    await rows(
      `INSERT INTO news (title, slug, excerpt, _status, published_at)
       SELECT 'Rencana ' || n, 'rencana-' || n, CASE WHEN n % 2 = 0 THEN 'separuhnya' ELSE 'lain' END,
              'published', now() - n * interval '1 minute'
         FROM generate_series(1, 5000) n`,
    )
    await rows('ANALYZE news')
    for (const q of ['rencana', 'separuhnya', 'jarangsekali']) {
      expect([q, await explain(q)]).toEqual([q, expect.stringContaining('news_search_idx')])
    }
  })
})
