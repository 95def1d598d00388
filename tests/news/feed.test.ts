import { beforeAll, describe, expect, it } from 'vitest'

import { GET } from '@/app/(site)/news/rss.xml/route'
import { FEED_MAX } from '@/plugins/news/constants'

import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { change, word, write } from './support'

const URL_OF_FEED = 'http://localhost:3000/news/rss.xml'

let editor: Person

beforeAll(async () => {
  await testPayload()
  await person('admin')
  editor = await person('editor')
})

const ask = async (headers: Record<string, string> = {}): Promise<Response> =>
  GET(new Request(URL_OF_FEED, { headers }))

type Item = { title: string; link: string; description: string | null; category: string | null }

/** As a parser that forgives nothing reads it. */
const itemsOf = async (xml: string): Promise<Item[]> =>
  rows<Item>(
    `SELECT items.* FROM xmltable('/rss/channel/item' PASSING xmlparse(document $1::text)
       COLUMNS title text, link text, description text, category text PATH 'category[1]') AS items`,
    xml,
  )

describe('the feed', () => {
  it('tells what is published, the newest first', async () => {
    const category = await rest<{ id: number; name: string }>('POST', '/categories', editor, {
      name: word(),
    })
    const older = await write(editor, { publishedAt: '2090-01-01T00:00:00.000Z' })
    const newer = await write(editor, {
      publishedAt: '2090-02-01T00:00:00.000Z',
      excerpt: 'Ringkas.',
      categories: [category.body.doc.id],
    })
    const draft = await write(editor, { _status: 'draft' })
    const trashed = await write(editor, { publishedAt: '2090-03-01T00:00:00.000Z' })
    await change(editor, trashed.id, { deletedAt: new Date().toISOString() })
    const hidden = word()
    await change(editor, newer.id, { title: hidden }, '?draft=true')

    const response = await ask()
    const xml = await response.text()
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      200,
      'application/rss+xml; charset=utf-8',
    ])
    const items = await itemsOf(xml)
    expect(items.slice(0, 2)).toEqual([
      {
        title: newer.title,
        link: expect.stringMatching(new RegExp(`^https?://.+/news/${newer.slug}$`)),
        description: 'Ringkas.',
        category: category.body.doc.name,
      },
      expect.objectContaining({ title: older.title }),
    ])
    for (const secret of [draft.title, trashed.title, hidden, editor.email]) {
      expect(xml).not.toContain(secret)
    }
  })

  it.each([
    `<b>"tebal"</b> & 'biasa' ]]> <!-- x -->`,
    '\u0000\u0001\u000B\u001F\uFFFE',
    '😀 \uD83D',
    '&amp; &#x41;',
    `</item></channel></rss>`,
  ])('says %j as it is, or leaves out what XML cannot say', async (text) => {
    const own = word()
    // As a database that was filled otherwise may have it; Postgres keeps no zeros and no halves.
    const kept = Buffer.from(text.replaceAll('\u0000', '')).toString()
    await rows(
      `INSERT INTO news (title, slug, excerpt, _status, published_at)
       VALUES ($1, $2, $1, 'published', '2091-01-01')`,
      `${own} ${kept}`,
      own,
    )
    const [item] = await itemsOf(await (await ask()).text())
    // eslint-disable-next-line no-control-regex
    const said = kept.replace(/[\u0001-\u0008\u000B\u001F\uFFFE]/g, '')
    expect([item?.title, item?.description]).toEqual([`${own} ${said}`, `${own} ${said}`])
    await rows('DELETE FROM news WHERE slug = $1', own)
  })

  it('is as long as it may be, and no longer', async () => {
    await rows(
      `INSERT INTO news (title, slug, _status, published_at)
       SELECT 'Banyak ' || n, 'banyak-' || n, 'published', now() FROM generate_series(1, 60) n`,
    )
    expect(await itemsOf(await (await ask()).text())).toHaveLength(FEED_MAX)
  })

  it('is not sent again to who has it', async () => {
    await write(editor)
    const first = await ask()
    const etag = first.headers.get('ETag') ?? ''
    const lastModified = first.headers.get('Last-Modified') ?? ''
    for (const headers of [
      { 'If-None-Match': etag },
      { 'If-None-Match': `"x", W/${etag}` },
      { 'If-Modified-Since': lastModified },
    ]) {
      const again = await ask(headers)
      expect([headers, again.status, await again.text()]).toEqual([headers, 304, ''])
      expect(again.headers.get('ETag')).toBe(etag)
    }
    for (const headers of [
      { 'If-None-Match': '"x"', 'If-Modified-Since': lastModified },
      { 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      { 'If-Modified-Since': 'kemarin' },
    ]) {
      expect([headers, (await ask(headers)).status]).toEqual([headers, 200])
    }
    await write(editor, { publishedAt: '2092-01-01T00:00:00.000Z' })
    expect((await ask({ 'If-None-Match': etag })).status).toBe(200)
  })
})
