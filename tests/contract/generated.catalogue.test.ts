import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, ObatCategory } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const SEES_ALL = ['admin', 'cashier'] as const
const SEES_ACTIVE = ['patient', 'doctor', 'editor'] as const

describe('who reads and writes obat and its categories', () => {
  let active: Obat
  let hidden: Obat
  let open: ObatCategory
  let closed: ObatCategory

  beforeAll(async () => {
    const payload = await testPayload()
    active = await makeObat(payload)
    hidden = await makeObat(payload, { active: false })
    open = await payload.create({ collection: 'obat-categories', data: { name: 'Buka' } })
    closed = await payload.create({
      collection: 'obat-categories',
      data: { name: 'Tutup', active: false },
    })
  })

  const seen = async (by: Partial<Person>) => {
    const list = async (path: string, ids: number[]) => {
      const { body } = await rest('GET', `/${path}?where[id][in]=${ids.join()}&sort=id`, by)
      return body.docs.map(({ id }) => id)
    }
    return {
      obat: await list('obat', [active.id, hidden.id]),
      categories: await list('obat-categories', [open.id, closed.id]),
      byId: (await rest('GET', `/obat/${hidden.id}`, by)).status,
      category: (await rest('GET', `/obat-categories/${closed.id}`, by)).status,
    }
  }

  it.each(SEES_ACTIVE)('hides what is inactive from a %s', async (role) => {
    expect(await seen(await person(role))).toEqual({
      obat: [active.id],
      categories: [open.id],
      byId: 404,
      category: 404,
    })
  })

  it('hides what is inactive from strangers', async () => {
    expect(await seen({})).toEqual({
      obat: [active.id],
      categories: [open.id],
      byId: 404,
      category: 404,
    })
  })

  it.each(SEES_ALL)('shows everything to a %s', async (role) => {
    expect(await seen(await person(role))).toEqual({
      obat: [active.id, hidden.id],
      categories: [open.id, closed.id],
      byId: 200,
      category: 200,
    })
  })

  it('hides it over GraphQL, and from searches, counts and relations, as well', async () => {
    const payload = await testPayload()
    const inClosed = await makeObat(payload, { category: closed.id })
    const { token } = await person('patient')
    const { body } = await graphql(
      `{ Obats(where: {OR: [{id: {equals: ${active.id}}}, {id: {equals: ${hidden.id}}}]}) { totalDocs docs { id } }
         Obat(id: ${inClosed.id}) { category { name } } }`,
      { token },
    )
    expect((body as { data: unknown }).data).toEqual({
      Obats: { totalDocs: 1, docs: [{ id: active.id }] },
      Obat: { category: null },
    })
    const count = await api('GET', `/obat/count?where[id][equals]=${hidden.id}`, { token })
    expect(count.body).toEqual({ totalDocs: 0 })
    const search = await rest('GET', `/obat?where[name][equals]=${hidden.name}`, { token })
    expect(search.body.docs).toEqual([])
  })

  it.each([...SEES_ACTIVE, 'cashier', 'nobody'] as const)(
    'lets a %s change nothing',
    async (role) => {
      const by = role === 'nobody' ? {} : await person(role)
      for (const [path, id] of [
        ['obat', active.id],
        ['obat-categories', open.id],
      ] as const) {
        expect((await rest('POST', `/${path}`, by, { name: 'X', price: 1 })).status).toBe(403)
        expect((await rest('PATCH', `/${path}/${id}`, by, { name: 'X' })).status).toBe(403)
        expect((await rest('DELETE', `/${path}/${id}`, by)).status).toBe(403)
      }
    },
  )

  it('lets an admin do both, with whole prices that are not negative', async () => {
    const admin = await person('admin')
    const made = await rest('POST', '/obat', admin, { name: 'Vitamin C', price: 1500 })
    expect(made.status).toBe(201)
    const path = `/obat/${made.body.doc.id}`
    expect((await rest('PATCH', path, admin, { price: 1750, active: false })).status).toBe(200)
    for (const price of [-1, 1.5, 'murah', null]) {
      expect((await rest('PATCH', path, admin, { price })).status).toBe(400)
    }
    const [kept] = await rows('SELECT price, active FROM obat WHERE id = $1', made.body.doc.id)
    expect(kept).toEqual({ price: '1750', active: false })
  })

  it('needs a name and a price, over GraphQL too: the rest has defaults', async () => {
    const { token } = await person('admin')
    const made = await graphql(
      'mutation { createObat(data: {name: "Bawaan", price: 100}) { id drugClass active unit stock } }',
      { token },
    )
    const { createObat: obat } = (made.body as { data: { createObat: Obat } }).data
    expect(obat).toMatchObject({ drugClass: 'bebas', active: true, unit: 'pcs', stock: 0 })
    const moved = await graphql(
      `mutation { createStockMovement(data: {obat: ${obat.id}, quantity: 3}) { kind balanceAfter } }`,
      { token },
    )
    expect(moved.body).toEqual({
      data: { createStockMovement: { kind: 'receipt', balanceAfter: 3 } },
    })
  })

  it('takes a description that is a text, and no other', async () => {
    const admin = await person('admin')
    const describing = async (description: unknown) =>
      (await rest('POST', '/obat', admin, { name: 'Terurai', price: 1, description })).status
    const text = (...children: unknown[]) => ({ root: { type: 'root', children } })
    for (const bad of ['x', 12, [], {}, { root: { children: 'x' } }, text(null), text({})]) {
      expect([bad, await describing(bad)]).toEqual([bad, 422])
    }
    for (const good of [null, text(), text({ type: 'paragraph', children: [] })]) {
      expect([good, await describing(good)]).toEqual([good, 201])
    }
  })

  it.each([
    ['https://example.test/etiket', 201],
    ['/obat/lain', 201],
    ['javascript:alert(1)', 400],
    ['data:text/html,<script>alert(1)</script>', 400],
    ['//elsewhere.test', 400],
  ])('takes a description that links to %s: %d', async (url, status) => {
    const link = {
      type: 'link',
      version: 3,
      fields: { linkType: 'custom', url, newTab: false },
      children: [{ type: 'text', version: 1, text: 'etiket' }],
    }
    const paragraph = { type: 'paragraph', version: 1, children: [link] }
    const description = { root: { type: 'root', version: 1, children: [paragraph] } }
    const obat = { name: 'Bertaut', price: 1, description }
    expect((await rest('POST', '/obat', await person('admin'), obat)).status).toBe(status)
  })

  it('lets two obat have one name, but not one SKU', async () => {
    const admin = await person('admin')
    const create = async (sku: string) =>
      (await rest('POST', '/obat', admin, { name: 'Sama', price: 1, sku })).status
    expect(await create('')).toBe(201)
    expect(await create('')).toBe(201)
    expect(await create('SKU-1')).toBe(201)
    expect(await create('SKU-1')).toBe(400)
  })
})
