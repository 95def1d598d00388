import { beforeAll, describe, expect, it } from 'vitest'

import type { Answer } from '../support/api'
import { api, graphql } from '../support/api'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Id } from './fixtures'
import { CHANGES, creation, makeActor, makeDocument, rowOf } from './fixtures'
import type { Actor, Kind } from './table'
import { ACTORS, TABLE } from './table'

type Call = Parameters<typeof api>[2]
/** Documents by the kind that they are of. */
type Documents = [kind: Kind, id: Id][]

const isRefused = ({ status }: Answer): boolean => status === 403 || status === 404

const refusedByGraphQL = ({ body }: Answer, field: string): boolean => {
  const { data, errors } = body as {
    data?: Record<string, unknown> | null
    errors?: { extensions?: { statusCode?: number } }[]
  }
  const isEmpty = data?.[field] === null || data === null || data === undefined
  return isEmpty && [403, 404].includes(errors?.[0]?.extensions?.statusCode ?? 0)
}

/** What the clinic decides for itself: for admins alone. */
const GLOBALS = ['assistant', 'payment-settings']

const cases = Object.entries(TABLE).flatMap(([collection, row]) =>
  ACTORS.map((actor) => ({ collection, actor, row, rights: row.rights[actor] })),
)

// Before there is an admin nobody can register.
beforeAll(async () => makeActor('admin'))

describe.each(cases)('$collection for $actor', ({ collection, actor, row, rights }) => {
  const [one, many] = row.names
  const setUp = async () => {
    const me = await makeActor(actor)
    const documents: Documents = []
    for (const kind of row.kinds) documents.push([kind, await makeDocument(collection, me, kind)])
    const token = me?.token
    const where = documents.map(([, id]) => `where[id][in][]=${id}`).join('&')
    const call = async (method: string, path: string, options: Call = {}) =>
      api(method, `/${collection}${path}`, { token, ...options })
    const query = async (text: string, variables: Record<string, unknown> = {}) =>
      graphql(text, { variables, ...(token ? { token } : {}) })
    return { me, documents, where, call, query }
  }
  const allowed = (documents: Documents, operation: 'read' | 'update' | 'delete') =>
    documents.filter(([kind]) => rights[operation].includes(kind)).map(([, id]) => id)

  it(`reads ${rights.read.join(', ') || 'nothing'}`, async () => {
    const { documents, where, call, query } = await setUp()
    const expected = allowed(documents, 'read').sort()
    const found = async (list: Answer) => {
      if (list.status === 403) return []
      expect(list.status).toBe(200)
      return (list.body as { docs: { id: Id }[] }).docs.map(({ id }) => id).sort()
    }
    expect(await found(await call('GET', `?${where}`))).toEqual(expected)

    const count = await call('GET', `/count?${where}`)
    expect(isRefused(count) ? 0 : (count.body as { totalDocs: number }).totalDocs).toBe(
      expected.length,
    )
    for (const [kind, id] of documents) {
      const answer = await call('GET', `/${id}`)
      if (rights.read.includes(kind)) expect(answer).toMatchObject({ status: 200, body: { id } })
      else expect(isRefused(answer)).toBe(true)
    }

    const either = documents.map(([, id]) => `{ id: { equals: ${JSON.stringify(id)} } }`).join(', ')
    const { body } = await query(
      `{ list: ${many}(where: { OR: [${either}] }) { docs { id } }
         count: count${many}(where: { OR: [${either}] }) { totalDocs } }`,
    )
    expect(JSON.stringify(body)).not.toContain('GRAPHQL_VALIDATION')
    const { data } = body as {
      data?: { list?: { docs: { id: Id }[] } | null; count?: { totalDocs: number } | null }
    }
    expect((data?.list?.docs ?? []).map(({ id }) => id).sort()).toEqual(expected)
    expect(data?.count?.totalDocs ?? 0).toBe(expected.length)
    for (const [kind, id] of documents) {
      const answer = await query(`{ found: ${one}(id: ${JSON.stringify(id)}) { id } }`)
      if (rights.read.includes(kind)) expect(answer.body).toEqual({ data: { found: { id } } })
      else expect(refusedByGraphQL(answer, 'found')).toBe(true)
    }
  })

  it(`changes ${rights.update.join(', ') || 'nothing'}`, async () => {
    const { documents, where, call, query } = await setUp()
    const body = CHANGES[collection]
    for (const [kind, id] of documents) {
      const before = await rowOf(collection, id)
      const mutation = `mutation ($data: mutation${one}UpdateInput!) {
        changed: update${one}(id: ${JSON.stringify(id)}, data: $data) { id } }`
      if (rights.update.includes(kind)) {
        expect((await call('PATCH', `/${id}`, { body })).status).toBe(200)
        expect(await rowOf(collection, id)).not.toEqual(before)
        expect((await query(mutation, { data: body })).body).toEqual({ data: { changed: { id } } })
      } else {
        expect(isRefused(await call('PATCH', `/${id}`, { body }))).toBe(true)
        expect(refusedByGraphQL(await query(mutation, { data: body }), 'changed')).toBe(true)
        expect(await rowOf(collection, id)).toEqual(before)
      }
    }
    const before = new Map<Id, unknown>()
    for (const [, id] of documents) before.set(id, await rowOf(collection, id))
    await call('PATCH', `?${where}`, { body })
    const changed = []
    for (const [id, row] of before) {
      if (JSON.stringify(await rowOf(collection, id)) !== JSON.stringify(row)) changed.push(id)
    }
    expect(changed).toEqual(allowed(documents, 'update'))
  })

  it(`deletes ${rights.delete.join(', ') || 'nothing'}`, async () => {
    const { documents, where, call, query } = await setUp()
    const remaining = async () => {
      const left = []
      for (const [, id] of documents) if (await rowOf(collection, id)) left.push(id)
      return left
    }
    const forbidden = documents.filter(([kind]) => !rights.delete.includes(kind))
    for (const [, id] of forbidden) {
      expect(isRefused(await call('DELETE', `/${id}`))).toBe(true)
      const answer = await query(
        `mutation { gone: delete${one}(id: ${JSON.stringify(id)}) { id } }`,
      )
      expect(refusedByGraphQL(answer, 'gone')).toBe(true)
    }
    expect(await remaining()).toEqual(documents.map(([, id]) => id))
    await call('DELETE', `?${where}`)
    expect(await remaining()).toEqual(forbidden.map(([, id]) => id))
  })

  it(`deletes one by one ${rights.delete.join(', ') || 'nothing'}`, async () => {
    const { documents, call, query } = await setUp()
    // Whoever deletes their own account can do nothing afterwards.
    const others = documents.filter(([kind]) => rights.delete.includes(kind) && kind !== 'own')
    for (const [kind, id] of others) {
      expect((await call('DELETE', `/${id}`)).status).toBe(200)
      expect(await rowOf(collection, id)).toBeUndefined()
      const another = await makeDocument(collection, null, kind)
      const { body } = await query(
        `mutation { gone: delete${one}(id: ${JSON.stringify(another)}) { id } }`,
      )
      expect(body).toEqual({ data: { gone: { id: another } } })
    }
  })

  it(`creates ${rights.create ? 'one' : 'none'}, whose server-only fields nobody sets`, async () => {
    const { me, call } = await setUp()
    const { body } = await creation(collection, me, row.serverOnly)
    const answer = await call('POST', '', { body })
    if (!rights.create) {
      expect(isRefused(answer)).toBe(true)
      return
    }
    expect(answer.status).toBe(201)
    const { doc } = answer.body as { doc: Record<string, unknown> & { id: Id } }
    const stored = (await rowOf(collection, doc.id)) as Record<string, unknown>
    for (const [field, value] of Object.entries(row.serverOnly)) {
      const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      const values = [doc[field], stored[column], stored[`${column}_id`]]
      expect(values.map(String)).not.toContain(String(value))
      expect(JSON.stringify(values)).not.toContain('brought-along')
    }
  })

  it(`creates ${rights.create ? 'one' : 'none'} over GraphQL`, async () => {
    const { me, query } = await setUp()
    const { data, body } = await creation(collection, me)
    const answer = await query(
      `mutation ($data: mutation${one}Input!) { made: create${one}(data: $data) { id } }`,
      { data },
    )
    if (!rights.create) expect(refusedByGraphQL(answer, 'made')).toBe(true)
    // GraphQL carries no files; whoever may send one is told that it is missing.
    else if (body instanceof FormData) {
      expect(JSON.stringify(answer.body)).toMatch(/"statusCode":(400|422)/)
    } else {
      expect(answer.body).toEqual({ data: { made: { id: expect.anything() } } })
    }
  })

  it(`shows ${row.versionsFor?.includes(actor) ? 'its' : 'no'} versions`, async () => {
    const { documents, call } = await setUp()
    const [[, id] = ['any', 0]] = documents
    if (row.versionsFor?.includes(actor)) {
      expect((await call('GET', '/versions')).status).toBe(200)
      return
    }
    const answers = [
      await call('GET', '/versions'),
      await call('GET', `/versions/${id}`),
      await call('POST', `/versions/${id}`, { body: {} }),
    ]
    // The first two look like documents of strange ids.
    for (const { status } of answers) expect([400, 403, 404]).toContain(status)
  })

  it('duplicates only what may be created', async () => {
    const { documents, call } = await setUp()
    const [[kind, id] = ['any' as const, 0]] = documents
    const { config } = (await testPayload()).collections[collection as 'users']
    const mayDuplicate = !config.disableDuplicate && rights.create && rights.read.includes(kind)
    const answer = await call('POST', `/${id}/duplicate`, { body: {} })
    if (mayDuplicate) expect(answer.status).toBe(200)
    else expect(isRefused(answer)).toBe(true)
  })

  it('tells the same in what it says about its own rights', async () => {
    const { documents, call } = await setUp()
    const [[kind, id] = ['any' as const, 0]] = documents
    const answer = await call('POST', `/access/${id}`, { body: {} })
    const permissions = answer.body as Record<string, unknown>
    expect(Boolean(permissions.update)).toBe(rights.update.includes(kind))
    expect(Boolean(permissions.delete)).toBe(rights.delete.includes(kind))
    expect(Boolean(permissions.read)).toBe(rights.read.includes(kind))
    expect(Boolean(permissions.create)).toBe(rights.create)
  })
})

describe('the table', () => {
  it('has a row for every collection of ours, and knows the globals', async () => {
    const { config } = await testPayload()
    const slugs = config.collections.map(({ slug }) => slug)
    const ours = slugs.filter((slug) => !slug.startsWith('payload-'))
    expect(ours.sort()).toEqual(Object.keys(TABLE).sort())
    expect(config.globals.map(({ slug }) => slug).sort()).toEqual(GLOBALS)
  })

  it.each(ACTORS)('lets %s read and change the settings, or not', async (actor: Actor) => {
    const token = (await makeActor(actor))?.token
    const status = actor === 'admin' ? 200 : 403
    for (const global of GLOBALS) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? { body: {} } : {}
        const answer = await api(method, `/globals/${global}`, { token, ...body })
        expect([global, method, answer.status]).toEqual([global, method, status])
      }
    }
  })

  it.each(ACTORS)('lets %s into the panel, or not', async (actor: Actor) => {
    const me: Person | null = await makeActor(actor)
    const { body } = await api('GET', '/access', { token: me?.token })
    const isStaff = actor !== 'anonymous' && actor !== 'patient'
    expect((body as { canAccessAdmin?: boolean }).canAccessAdmin ?? false).toBe(isStaff)
  })
})
