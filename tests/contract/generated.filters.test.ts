import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { person } from '../support/apotek'

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
  ])('is refused, whoever asks: %s', async (filter) => {
    for (const [who, token] of Object.entries(tokens)) {
      const { status, body } = await api('GET', `/obat?${filter}`, { token })
      expect([who, status, body]).toMatchObject([who, 400, BAD])
    }
  })

  it.each(['greater_than', 'exists', 'contains', 'like'])(
    'into the details of a payment is no failure of the server: %s',
    async (operator) => {
      const { status } = await api('GET', `/orders?where[paymentDetails.bank][${operator}]=BCA`, {
        token: tokens.admin,
      })
      expect(status).toBeLessThan(500)
    },
  )

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
