import { beforeAll, describe, expect, it } from 'vitest'

import { doctorOf } from '../consultations/support'
import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { insertCourse } from '../support/courses'
import { rest } from '../support/generated'
import type { Person } from '../support/people'
import { change, lexical, word, write } from './support'

let admin: Person
let editor: Person
let outsiders: [who: string, token: string | undefined][]

beforeAll(async () => {
  admin = await person('admin')
  editor = await person('editor')
  outsiders = [
    ['anonymous', undefined],
    ['patient', (await person('patient')).token],
  ]
})

const everything = async (id: number, token: string | undefined): Promise<string> => {
  const flags = ['', '&draft=true', '&trash=true', '&draft=true&trash=true']
  const answers = []
  for (const flag of flags) {
    answers.push(await api('GET', `/news/${id}?depth=2${flag}`, { token }))
    answers.push(await api('GET', `/news?depth=2&where[id][equals]=${id}${flag}`, { token }))
    answers.push(await api('GET', `/news/count?where[id][equals]=${id}${flag}`, { token }))
  }
  answers.push(await api('GET', '/news/versions?depth=1', { token }))
  answers.push(await api('GET', `/redirects?depth=2&limit=100&sort=-id`, { token }))
  for (const flag of ['', ', draft: true', ', trash: true', ', draft: true, trash: true']) {
    const fields = 'id title excerpt content author { id } authorName'
    answers.push(
      await graphql(`{ one: News(id: ${id}${flag}) { ${fields} } }`, token ? { token } : {}),
      await graphql(
        `{ all: allNews(where: { id: { equals: ${id} } }${flag}) { docs { ${fields} } } }`,
        token ? { token } : {},
      ),
    )
  }
  answers.push(
    await graphql(
      `
        {
          Redirects(limit: 100, sort: "-id") {
            docs {
              to {
                reference {
                  value {
                    ... on News {
                      title
                    }
                  }
                }
              }
            }
          }
        }
      `,
      token ? { token } : {},
    ),
    await graphql(
      '{ versionsNews(limit: 100, sort: "-id") { docs { id version { title } } } }',
      token ? { token } : {},
    ),
  )
  return JSON.stringify(answers.map(({ body }): unknown => body))
}

describe('what is not published', () => {
  it('is told to no outsider by any door', async () => {
    const secret = word()
    const never = await write(editor, { title: secret, _status: 'draft', content: lexical(secret) })
    const changed = await write(editor)
    await change(editor, changed.id, { title: secret, excerpt: secret }, '?draft=true')
    const taken = await write(editor, { title: secret })
    // Leaves a redirect, which everybody may read.
    await change(editor, taken.id, { slug: word() })
    await change(editor, taken.id, { _status: 'draft' })
    const trashed = await write(editor, { title: secret })
    await change(editor, trashed.id, { deletedAt: new Date().toISOString() })
    for (const { id } of [never, changed, taken, trashed]) {
      for (const [who, token] of outsiders) {
        expect([who, await everything(id, token)]).toEqual([
          who,
          expect.not.stringContaining(secret),
        ])
      }
      expect(await everything(id, editor.token)).toContain(secret)
    }
    const filters = [
      `where[title][equals]=${secret}`,
      `where[title][equals]=${secret}&draft=true`,
      `where[title][equals]=${secret}&trash=true`,
      `where[or][0][title][equals]=${secret}&draft=true&trash=true`,
    ]
    for (const filter of filters) {
      const { body } = await api('GET', `/news/count?${filter}`)
      expect([filter, body]).toEqual([filter, { totalDocs: 0 }])
    }
  })

  it('is written and published by editors, and told then', async () => {
    const [first, second] = [word(), word()]
    const draft = await rest('POST', '/news?draft=true', editor, { title: first })
    const { id } = draft.body.doc
    expect(draft.body.doc).toMatchObject({ _status: 'draft', publishedAt: null })
    expect(await everything(id, undefined)).not.toContain(first)
    await change(editor, id, { _status: 'published' })
    expect(await everything(id, undefined)).toContain(first)
    await change(editor, id, { title: second }, '?draft=true&autosave=true')
    expect(await everything(id, undefined)).not.toContain(second)
    await change(editor, id, { _status: 'published' })
    expect(await everything(id, undefined)).toContain(second)
  })

  it('needs nothing to be kept, and a title to be published', async () => {
    const { status, body } = await rest('POST', '/news?draft=true', editor, {})
    expect(status).toBe(201)
    const refused = await change(editor, body.doc.id, { _status: 'published' })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      400,
      expect.stringContaining('title'),
    ])
  })
})

describe('what an article names', () => {
  it('is spelled out to nobody who may not read it', async () => {
    const { id, user } = await doctorOf()
    const course = await insertCourse({ isPublished: false })
    const { id: article } = await write(editor, {
      relatedDoctors: [id],
      relatedCourses: [course],
    })
    for (const filter of [
      `[relatedDoctors.user.email][equals]=${user.email}`,
      `[relatedDoctors][contains][user.email][equals]=${user.email}`,
      `[relatedDoctors][contains][or][0][user.email][equals]=${user.email}`,
      '[relatedCourses][contains][_status][equals]=draft',
      '[relatedCourses._status][equals]=draft',
    ]) {
      for (const [who, token] of outsiders) {
        const asked = `/news?where[id][equals]=${article}&where${filter}`
        const { body } = await api('GET', asked, { token })
        expect([who, filter, (body as { totalDocs?: number }).totalDocs ?? 0]).toEqual([
          who,
          filter,
          0,
        ])
      }
    }
  })
})

describe('the trash', () => {
  it('is for editors alone, who take things out of it', async () => {
    const { id } = await write(editor)
    const deletedAt = new Date().toISOString()
    expect((await change(editor, id, { deletedAt })).status).toBe(200)
    for (const role of ['cashier', 'doctor'] as const) {
      const { token } = await person(role)
      expect((await api('GET', `/news/${id}?trash=true`, { token })).status).toBe(404)
    }
    expect((await api('GET', `/news/${id}?trash=true`, { token: editor.token })).status).toBe(200)
    expect((await api('GET', `/news/${id}`)).status).toBe(404)
    expect((await change(editor, id, { deletedAt: null }, '?trash=true')).status).toBe(200)
    expect((await api('GET', `/news/${id}`)).status).toBe(200)
  })
})

describe('an article', () => {
  it('was published when it first was, unless somebody says otherwise', async () => {
    const { id } = await write(editor, { _status: 'draft' })
    const { body } = await change(editor, id, { _status: 'published' })
    const first = body.doc.publishedAt
    expect(first).toEqual(expect.any(String))
    await change(editor, id, { _status: 'draft' })
    expect((await change(editor, id, { _status: 'published' })).body.doc.publishedAt).toBe(first)
    const typed = '2020-05-05T05:05:05.000Z'
    expect((await write(editor, { publishedAt: typed })).publishedAt).toBe(typed)
  })

  it('names its author to readers, and the login to staff alone', async () => {
    const { id, authorName } = await write(editor)
    expect(authorName).toBe(editor.name)
    const { body } = await api('GET', `/news/${id}?depth=2`)
    expect(body).toMatchObject({ authorName: editor.name })
    expect(body).not.toHaveProperty('author')
    expect(JSON.stringify(body)).not.toContain(editor.email)
    const asked = await api('GET', `/news?where[author][equals]=${editor.id}`)
    expect(asked.status).toBe(400)
    const staff = await api('GET', `/news/${id}?depth=0`, { token: admin.token })
    expect(staff.body).toMatchObject({ author: editor.id })
  })

  it('is signed by its author: an editor cannot choose another login, an admin can', async () => {
    const asEditor = await write(editor, { author: admin.id })
    expect(asEditor.authorName).toBe(editor.name)
    const asAdmin = await write(admin, { author: editor.id })
    expect(asAdmin.authorName).toBe(editor.name)
    const renamed = await change(editor, asAdmin.id, { authorName: 'Redaksi' })
    expect(renamed.body.doc.authorName).toBe('Redaksi')
    const patient = await person('patient')
    const refused = await rest('POST', '/news', admin, {
      title: word(),
      author: patient.id,
      _status: 'published',
    })
    expect(refused.status).toBe(400)
  })

  it.each([
    ['javascript:alert(1)', 400],
    ['data:text/html,x', 400],
    ['//example.test', 400],
    ['bukan alamat', 400],
    ['https://who.int/x', 201],
    ['http://example.test/?a=b#c', 201],
  ])('takes %s for the address of a source, or not', async (url, status) => {
    const sources = [{ title: 'Sumber', url }]
    const answer = await rest('POST', '/news', editor, {
      title: word(),
      _status: 'published',
      sources,
    })
    expect(answer.status).toBe(status)
  })

  it.each([
    ['javascript:alert(1)', 400],
    ['JaVaScRiPt:alert(1)', 400],
    ['//example.test', 400],
    ['https://who.int', 201],
    ['/obat/paracetamol', 201],
    ['mailto:a@example.test', 201],
    ['#bagian', 201],
  ])('takes %s for a link in its text, or not', async (url, status) => {
    const content = lexical('x') as { root: { children: { children: unknown[] }[] } }
    content.root.children[0]?.children.push({
      type: 'link',
      version: 3,
      format: '',
      indent: 0,
      direction: 'ltr',
      id: '65f0a0a0a0a0a0a0a0a0a0a0',
      fields: { linkType: 'custom', url, newTab: false },
      children: [{ type: 'text', text: 'y', format: 0, style: '', mode: 'normal', version: 1 }],
    })
    const answer = await rest('POST', '/news', editor, {
      title: word(),
      _status: 'published',
      content,
    })
    expect([url, answer.status]).toEqual([url, status])
  })

  it.each([
    'x',
    12,
    [],
    {},
    { root: null },
    { root: {} },
    { root: { children: 'x' } },
    { root: { children: [null] } },
    { root: { children: [{ type: 'tidak-ada' }] } },
    { root: { children: [{ type: 'block', fields: { blockType: 'tidak-ada' } }] } },
    { root: { children: [{ type: 'block' }] } },
    { root: { children: [{ type: 'upload', relationTo: 'payment-proofs', value: 1 }] } },
    { root: { children: [{ type: 'link' }] } },
    { root: { type: 'root', children: [{ type: 'text', text: { a: 1 } }] } },
  ])(
    'with %j for a text fails with no 500, and is read by nobody who fails over it',
    async (content) => {
      for (const query of ['', '?draft=true']) {
        const answer = await rest('POST', `/news${query}`, editor, {
          title: word(),
          _status: 'published',
          content,
        })
        expect([answer.status < 500, JSON.stringify(answer.body)]).toEqual([
          true,
          expect.any(String),
        ])
        if (answer.status !== 201) continue
        const read = await api('GET', `/news/${answer.body.doc.id}?depth=2&draft=true`, {
          token: editor.token,
        })
        expect(read.status).toBe(200)
      }
    },
  )
})

describe('a text over which its page would fail', () => {
  it.each([
    { type: 'text', text: { a: 1 } },
    { type: 'constructor' },
    { type: 'blocks' },
    { type: 'paragraph', children: [{ type: 'text' }] },
  ])('is refused: %j', async (node) => {
    const content = { root: { type: 'root', children: [node] } }
    for (const query of ['', '?draft=true']) {
      const { status } = await rest('POST', `/news${query}`, editor, { title: word(), content })
      expect(status).toBe(422)
    }
  })
})

describe('the address of an article', () => {
  it('follows the title until it is published, and stays then', async () => {
    const [first, second, third] = [word(), word(), word()]
    const { body } = await rest<{ id: number; slug: string }>(
      'POST',
      '/news?draft=true',
      editor,
      {},
    )
    const { id, slug } = body.doc
    expect(slug).toMatch(/^tanpa-nama/)
    // A form sends what it knew when it was opened.
    const typed = await change(editor, id, { title: first, slug }, '?draft=true&autosave=true')
    expect(typed.body.doc.slug).toBe(first)
    const again = await change(editor, id, { title: second, slug }, '?draft=true&autosave=true')
    expect(again.body.doc.slug).toBe(second)
    await change(editor, id, { _status: 'published' })
    const later = await change(editor, id, { title: third, _status: 'published' })
    expect(later.body.doc.slug).toBe(second)
  })

  it('stays what somebody typed', async () => {
    const [typed, title] = [word(), word()]
    const { id } = await write(editor, { slug: typed, _status: 'draft' })
    const { body } = await change(editor, id, { title }, '?draft=true')
    expect(body.doc.slug).toBe(typed)
  })

  it('is no other’s, not even of one in the trash', async () => {
    const title = word()
    const trashed = await write(editor, { title })
    await change(editor, trashed.id, { deletedAt: new Date().toISOString() })
    const second = await write(editor, { title })
    expect([trashed.slug, second.slug]).toEqual([title, `${title}-2`])
    // Two drafts may want it; whoever is published first has it.
    const wanted = word()
    const one = await write(editor)
    const other = await write(editor)
    await change(editor, one.id, { slug: wanted }, '?draft=true')
    await change(editor, other.id, { slug: wanted }, '?draft=true')
    const publish = { _status: 'published' }
    expect((await change(editor, one.id, publish)).body.doc.slug).toBe(wanted)
    expect((await change(editor, other.id, publish)).body.doc.slug).toBe(`${wanted}-2`)
  })

  it('is free at once for each of those who want the same', async () => {
    const title = word()
    const wanted = await Promise.all([
      ...[title, title, title, title].map(async () => write(editor, { title })),
      // A new article in the panel: nothing is typed yet.
      ...[1, 2, 3, 4].map(async () => {
        const { body } = await rest<{ slug: string }>('POST', '/news?draft=true', editor, {})
        return body.doc
      }),
    ])
    expect(new Set(wanted.map(({ slug }) => slug)).size).toBe(8)
  })

  it('is another one for a copy, which is a draft of its own', async () => {
    const { id, slug } = await write(editor)
    const { status, body } = await rest<{ id: number; slug: string }>(
      'POST',
      `/news/${id}/duplicate`,
      editor,
      {},
    )
    expect(status).toBe(200)
    expect(body.doc).toMatchObject({ _status: 'draft', publishedAt: null })
    expect(body.doc.slug).not.toBe(slug)
    const [row] = await rows<{ n: number }>(
      'SELECT count(*)::int n FROM news WHERE slug = $1',
      slug,
    )
    expect(row?.n).toBe(1)
  })
})
