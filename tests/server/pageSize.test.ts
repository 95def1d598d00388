import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'

const MANY = 130
let patient: string
let admin: string

beforeAll(async () => {
  patient = (await person('patient')).token
  admin = (await person('admin')).token
  await rows(
    `INSERT INTO obat_categories (name, slug, active)
     SELECT 'Page ' || n, 'page-' || n || '-' || gen_random_uuid(), true FROM generate_series(1, ${MANY}) n`,
  )
})

type List = { docs: unknown[]; totalDocs: number; limit: number; page: number }
const list = async (search: string, token?: string): Promise<List> => {
  const { body } = await api('GET', `/obat-categories?${search}`, { token })
  return body
}

describe('a page of the generated REST', () => {
  it.each(['limit=0', 'limit=500', 'pagination=false', 'limit=0&pagination=false'])(
    'holds at most 100 documents for the public: %s',
    async (search) => {
      expect((await list(search)).docs).toHaveLength(100)
      expect((await list(search, patient)).docs).toHaveLength(100)
    },
  )

  it('is as long as staff wants it', async () => {
    const { docs, totalDocs } = await list('limit=0', admin)
    expect(totalDocs).toBeGreaterThanOrEqual(MANY)
    expect(docs).toHaveLength(totalDocs)
  })

  it.each(['limit=-1', 'page=-1', 'page=0', 'limit=x&page=y', 'page=99999999999999999999'])(
    'is no error, whoever asks: %s',
    async (search) => {
      for (const token of [undefined, patient, admin]) {
        const { status } = await api('GET', `/obat-categories?${search}`, { token })
        expect(status).toBe(200)
      }
    },
  )

  it('past the end is empty', async () => {
    expect((await list('page=9000')).docs).toEqual([])
  })
})

describe('a page of GraphQL', () => {
  it.each(['limit: 0', 'limit: 500', 'pagination: false'])(
    'holds at most 100 documents for the public: %s',
    async (paging) => {
      const { body } = await graphql(`{ ObatCategories(${paging}) { docs { id } } }`)
      const { data } = body as { data: { ObatCategories: List } }
      expect(data.ObatCategories.docs).toHaveLength(100)
    },
  )
})
