import { describe, expect, it } from 'vitest'

import { capPageSize } from './capPageSize'

type Context = { role?: string; api?: string; overrideAccess?: boolean }

const cap = async (args: object, { role, api = 'REST', overrideAccess }: Context = {}) =>
  (await capPageSize({
    args,
    overrideAccess,
    req: { payloadAPI: api, user: role ? { role } : null },
  } as never)) as unknown

describe('capPageSize', () => {
  it.each([
    ['too many', { limit: 500 }, { limit: 100 }],
    ['all', { limit: 0 }, { limit: 100 }],
    ['all, by switching pages off', { pagination: false }, { pagination: false, limit: 100 }],
    ['few', { limit: 5, page: 3 }, { limit: 5, page: 3 }],
    ['nothing', {}, {}],
    ['nonsense', { limit: 'abc', page: 'x', depth: 'y' }, {}],
    ['negative numbers', { limit: -1, page: -1, depth: -1 }, {}],
    ['fractions', { limit: 1.5, page: 0.5 }, {}],
    ['numbers beyond bigint', { page: 2 ** 52 }, { page: 1_000_000 }],
    ['deep documents', { depth: 10 }, { depth: 2 }],
    [
      'long joins',
      { joins: { orders: { limit: 0, sort: 'id' }, notes: false } },
      { joins: { orders: { limit: 100, sort: 'id' }, notes: false } },
    ],
  ])('serves a patient who asks for %s', async (_name, asked, given) => {
    expect(await cap(asked, { role: 'patient' })).toEqual(given)
    expect(await cap(asked)).toEqual(given)
    expect(await cap(asked, { api: 'GraphQL' })).toEqual(given)
  })

  it('lets staff ask for all, but not for what Postgres refuses', async () => {
    const asked = { limit: 0, depth: 5, page: -2, joins: { orders: { limit: 0, page: -1 } } }
    expect(await cap(asked, { role: 'cashier' })).toEqual({
      limit: 0,
      depth: 5,
      joins: { orders: { limit: 0 } },
    })
  })

  it('keeps every other argument', async () => {
    const asked = { where: { id: { equals: 1 } }, collection: {}, data: { depth: 9 } }
    expect(await cap(asked)).toEqual(asked)
  })

  it('leaves our own calls alone', async () => {
    expect(await cap({ limit: 0 }, { overrideAccess: true })).toBeUndefined()
    expect(await cap({ limit: 0 }, { api: 'local' })).toBeUndefined()
  })
})
