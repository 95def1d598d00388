import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { person } from '../support/apotek'
import { testPayload } from '../support/payload'

const tokens: Record<string, string | undefined> = { anonymous: undefined }

beforeAll(async () => {
  for (const role of ['patient', 'admin'] as const) tokens[role] = (await person(role)).token
})

const BAD = { errors: [{ message: 'Saringan atau urutan tidak dapat dibaca.' }] }

describe('a filter of a generated list that cannot be one', () => {
  it.each([
    'where[price][contains]=x',
    'where[price][near]=1,2,3',
    'where[active][like]=x',
    'where[createdAt][contains]=x',
    'where[price]=5',
    'where[and][0]=x',
    'where[or]=x',
    'where=x',
    'where[name][all]=x',
    'where[name][like][0]=x',
    'where={"name":{"like":5}}',
    'where[name][in][0][a]=x',
    'where[image][contains][alt][like]=x',
  ])('is refused, whoever asks: %s', async (filter) => {
    for (const [who, token] of Object.entries(tokens)) {
      const { status, body } = await api('GET', `/obat?${filter}`, { token })
      expect([who, status, body]).toMatchObject([who, 400, BAD])
    }
  })

  it.each(['equals', 'greater_than', 'exists', 'contains', 'like', 'in', 'all'])(
    'into JSON or rich text is refused, whatever it compares with: %s',
    async (operator) => {
      const { collections } = await testPayload()
      const paths = Object.values(collections).flatMap(({ config: { slug, ...config } }) =>
        config.flattenedFields
          .filter(({ type }) => type === 'json' || type === 'richText')
          .flatMap(({ name }) => [
            [slug, `${name}.root`],
            ...(config.versions ? [[`${slug}/versions`, `version.${name}.root.children`]] : []),
          ]),
      )
      expect(paths).toContainEqual(['news/versions', 'version.content.root.children'])
      for (const [list = '', path] of [...paths, ['news', 'relatedObat.description.root']]) {
        if (list.startsWith('payload-')) continue
        for (const value of ['=x', "=x'", '[]=x', '[a]=x', '[][a]=x']) {
          const asked = `/${list}?where[${path}][${operator}]${value}`
          const { status } = await api('GET', asked, { token: tokens.admin })
          expect([asked, status]).toEqual([asked, 400])
        }
        const sorted = await api('GET', `/${list}?sort=${path}`, { token: tokens.admin })
        expect([list, path, sorted.status]).toEqual([list, path, 400])
      }
    },
  )

  it('nor is rich text that is no text', async () => {
    const asked = await graphql(
      '{ allNews(where: { content: { equals: { a: 1 } } }) { totalDocs } }',
    )
    const [error] = (asked.body as { errors: { extensions: { statusCode: number } }[] }).errors
    expect(error?.extensions.statusCode).toBe(400)
  })

  it('nor is an order that Postgres does not know', async () => {
    for (const [who, token] of Object.entries(tokens)) {
      for (const sort of ['overrides.closed', '-overrides.closed,id']) {
        const { status, body } = await api('GET', `/doctors?sort=${sort}`, { token })
        expect([who, sort, status, body]).toMatchObject([who, sort, 400, BAD])
      }
      const asked = await graphql('{ Doctors(sort: "overrides.closed") { totalDocs } }', {
        ...(token ? { token } : {}),
      })
      const [error] = (asked.body as { errors: { extensions: { statusCode: number } }[] }).errors
      expect([who, error?.extensions.statusCode]).toEqual([who, 400])
    }
  })

  it('is none where it can be', async () => {
    const filter = 'where[and][0][price][greater_than]=1&where[and][1][name][like]=x'
    expect((await api('GET', `/obat?${filter}`)).status).toBe(200)
  })
})
