import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'

import { ROLES } from '@/access/roles'
import { makeUser } from '@/plugins/accounts/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { person, placed, rows as sqlRows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const everyone = {} as Record<(typeof ROLES)[number], Person>
let count = 0
const newMark = () => `ekspor-${process.pid}-${(count += 1)}`

beforeAll(async () => {
  for (const role of ROLES) everyone[role] = await person(role)
})

type Query = Record<string, string>
const ask = async (by: Partial<Person>, slug: string, query: Query = {}, headers: Query = {}) => {
  const {
    status,
    body,
    headers: said,
  } = await api('GET', `/${slug}/export?${new URLSearchParams(query).toString()}`, {
    token: by.token,
    headers,
  })
  return { status, text: String(body), body: body as { errors: { message: string }[] }, said }
}

/** What a spreadsheet makes of it. */
const table = (text: string, delimiter = ','): string[][] =>
  parse(text, { bom: true, delimiter, record_delimiter: '\r\n' })

const records = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })

describe('GET /api/<collection>/export', () => {
  it('is for those who may read the list: staff, and each their own list', async () => {
    const may: Record<string, string[]> = {
      obat: ['admin', 'cashier', 'doctor', 'editor'],
      'obat-categories': ['admin', 'cashier', 'doctor', 'editor'],
      orders: ['admin', 'cashier'],
      'stock-movements': ['admin', 'cashier'],
      users: ['admin', 'cashier', 'doctor', 'editor'],
      media: ['admin', 'cashier', 'doctor', 'editor'],
    }
    const { collections } = (await testPayload()).config
    for (const { slug } of collections.filter((one) => !one.slug.startsWith('payload-'))) {
      const allowed = may[slug]
      if (!allowed) continue // another domain's
      for (const role of ROLES) {
        const { status } = await ask(everyone[role], slug)
        expect([slug, role, status]).toEqual([slug, role, allowed.includes(role) ? 200 : 403])
      }
      expect((await ask({}, slug)).status).toBe(401)
    }
  })

  it('hangs at every collection that the panel lists, and at no other', async () => {
    const { collections } = (await testPayload()).config
    const ours = collections.filter(({ slug }) => !slug.startsWith('payload-'))
    const hasExport = ({ endpoints }: (typeof ours)[number]) =>
      (endpoints || []).some(({ method, path }) => method === 'get' && path === '/export')
    const without = ours.filter((one) => !hasExport(one)).map(({ slug }) => slug)
    expect(without.sort()).toEqual([
      'assistant-conversations',
      'chat-files',
      'lesson-files',
      'messages',
      'payment-proofs',
    ])
  })

  it('is a file for spreadsheets, with the headings of the language', async () => {
    const mark = newMark()
    await makeObat(await testPayload(), {
      name: `Parasetamol "forte"; ${mark}`,
      price: 12_500,
      stock: 3,
      drugClass: 'keras',
    })
    const query = { search: mark, columns: 'name,price,stock,drugClass,active,createdAt' }
    const { text, said } = await ask(everyone.cashier, 'obat', query, { 'Accept-Language': 'id' })
    expect(said.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(said.get('Content-Disposition')).toMatch(
      /^attachment; filename="obat-\d{4}-\d\d-\d\d\.csv"$/,
    )
    expect(said.get('X-Total-Rows')).toBe('1')
    const [headings, row] = table(text)
    expect(headings?.slice(0, 5)).toEqual(['Nama', 'Harga (Rp)', 'Stok', 'Golongan obat', 'Aktif'])
    expect(row?.slice(0, 5)).toEqual([`Parasetamol "forte"; ${mark}`, '12500', '3', 'Keras', 'ya'])
    const [created] = await sqlRows<{ at: string }>(
      `SELECT to_char(created_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS') AS at
         FROM obat WHERE name LIKE '%' || $1`,
      mark,
    )
    expect(row?.[5]).toBe(created?.at)

    const english = await ask(everyone.cashier, 'obat', query, { 'Accept-Language': 'en' })
    expect(table(english.text)[0]?.slice(0, 2)).toEqual(['Name', 'Price (Rp)'])
    const semicolons = await ask(everyone.cashier, 'obat', { ...query, delimiter: ';' })
    expect(table(semicolons.text, ';')[1]).toEqual(row)
  })

  it('keeps the filter, the search and the order of the list', async () => {
    const mark = newMark()
    const payload = await testPayload()
    for (const [name, price] of [
      ['B', 300],
      ['A', 200],
      ['C', 100],
    ] as const) {
      await makeObat(payload, { name: `${name} ${mark}`, price })
    }
    const names = async (query: Query) => {
      const { text } = await ask(everyone.admin, 'obat', {
        columns: 'name',
        search: mark,
        ...query,
      })
      return table(text)
        .slice(1)
        .map(([name = '']) => name[0])
    }
    expect(await names({ sort: 'name' })).toEqual(['A', 'B', 'C'])
    expect(await names({ sort: '-price' })).toEqual(['B', 'A', 'C'])
    const dear = JSON.stringify({ price: { greater_than: 150 } })
    expect(await names({ sort: 'price', where: dear })).toEqual(['A', 'B'])
    expect(await names({ sort: 'price', 'where[price][less_than]': '250' })).toEqual(['C', 'A'])
  })

  it('calls related documents by their names, and puts lines into one cell', async () => {
    const payload = await testPayload()
    const mark = newMark()
    const category = await payload.create({
      collection: 'obat-categories',
      data: { name: `Vitamin ${mark}` },
    })
    const obat = await makeObat(payload, {
      name: `Vitamin C ${mark}`,
      price: 2000,
      category: category.id,
    })
    const listed = await ask(everyone.doctor, 'obat', { search: mark, columns: 'category' })
    expect(table(listed.text)[1]).toEqual([`Vitamin ${mark}`])

    const { id } = await placed(everyone.cashier, [{ obat_id: obat.id, quantity: 3 }], {
      payment_method: 'qris',
    })
    const where = JSON.stringify({ id: { equals: id } })
    const [order] = records(
      (await ask(everyone.cashier, 'orders', { where }, { 'Accept-Language': 'id' })).text,
    )
    expect(order).toMatchObject({ ID: String(id), 'Total (Rp)': '6000' })
    const lines = Object.values(order ?? {}).find((cell) => cell.includes(mark))
    expect(lines).toContain(`Obat: Vitamin C ${mark}, Jumlah: 3`)
  })

  it.each(['=1+1', '+1', '-1', '@x', '\t=', '\r=', ' =1+1', '\uff1d1', '\uff0d1'])(
    'makes %j harmless',
    async (formula) => {
      const mark = newMark()
      await sqlRows(
        `INSERT INTO users (name, email, phone, role, created_at, updated_at)
         VALUES ($1, $2, '1', 'patient', now(), now())`,
        formula,
        `${mark}@example.test`,
      )
      const where = JSON.stringify({ email: { equals: `${mark}@example.test` } })
      const { text } = await ask(everyone.admin, 'users', { where, columns: 'name' })
      const cell = table(text)[1]?.[0]
      expect(cell?.startsWith("'")).toBe(true)
      expect(cell?.slice(1)).toBe(formula.replace('\r', '\n'))
    },
  )

  it('leaves numbers alone, negative ones too', async () => {
    const payload = await testPayload()
    const obat = await makeObat(payload, { stock: 9 })
    await payload.create({
      collection: 'stock-movements',
      data: { obat: obat.id, kind: 'adjustment', quantity: -5, reason: 'Pecah' },
    })
    const where = JSON.stringify({ obat: { equals: obat.id } })
    const query = { where, columns: 'obat,quantity,balanceAfter' }
    const { text } = await ask(everyone.cashier, 'stock-movements', query)
    expect(table(text).slice(1)).toEqual([
      [obat.name, '-5', '4'],
      [obat.name, '9', '9'],
    ])
  })

  it('never exports secrets, whoever asks and however', async () => {
    const { user } = await makeUser(await testPayload(), 'patient')
    const where = JSON.stringify({ id: { equals: user.id } })
    const secrets =
      'hash,salt,sessions,sessions.id,resetPasswordToken,resetPasswordExpiration,setupToken,password'
    const asked = await ask(everyone.admin, 'users', { where, columns: `email,${secrets}` })
    expect(table(asked.text)).toEqual([['Email'], [user.email]])
    const only = await ask(everyone.admin, 'users', { where, columns: secrets })
    expect([only.status, only.body.errors[0]?.message]).toEqual([
      422,
      'Tidak ada kolom yang dapat diekspor.',
    ])
    const [all] = records((await ask(everyone.admin, 'users', { where })).text)
    const [{ hash, salt } = { hash: '', salt: '' }] = await sqlRows<{ hash: string; salt: string }>(
      'SELECT hash, salt FROM users WHERE id = $1',
      user.id,
    )
    expect(hash.length).toBeGreaterThan(10)
    expect(Object.values(all ?? {})).not.toContain(hash)
    expect(JSON.stringify(all)).not.toContain(salt)
    expect(Object.keys(all ?? {}).join()).not.toMatch(/hash|salt|session|token|version/i)
  })

  it('shows a reader no document that the list would not show', async () => {
    const patient = await person('patient')
    const admins = JSON.stringify({ role: { equals: 'admin' } })
    const hidden = await ask(everyone.cashier, 'users', { where: admins })
    expect(table(hidden.text)).toHaveLength(1)
    const seen = await ask(everyone.cashier, 'users', {
      where: JSON.stringify({ id: { equals: patient.id } }),
      columns: 'name',
    })
    expect(table(seen.text)[1]).toEqual([patient.name])
    const mark = newMark()
    await makeObat(await testPayload(), { name: mark, active: false })
    const inactive = await ask(everyone.doctor, 'obat', { search: mark })
    expect(table(inactive.text)).toHaveLength(1)
  })

  it.each([
    ['a filter of what is not there', { where: '{"nonsense":{"equals":1}}' }],
    ['a filter of a secret', { where: '{"hash":{"like":"a"}}' }],
    ['a filter that is no JSON', { where: '{' }],
    ['a filter that is no object', { where: '[]' }],
    ['a field without an operator', { where: '{"id":null}' }],
    ['nothing among alternatives', { where: '{"or":[null]}' }],
    ['an operator that a field does not have', { where: '{"id":{"near":1}}' }],
    ['a value that an operator does not take', { where: '{"name":{"like":["x"]}}' }],
    ['a search for text in what is none', { where: '{"createdAt":{"like":"x"}}' }],
    ['an order by a secret', { sort: '-hash' }],
  ])('refuses %s: 400', async (_what, query) => {
    const { status, body } = await ask(everyone.admin, 'users', query)
    expect([status, body.errors[0]?.message]).toEqual([
      400,
      'Saringan atau urutan tidak dapat dibaca.',
    ])
  })

  it('streams 5,000 documents in batches, each once and in order', async () => {
    const mark = newMark()
    await sqlRows(
      `INSERT INTO obat (name, slug, price, stock, drug_class, active, created_at, updated_at)
       SELECT $1 || ' ' || n, $1 || '-' || n, n, 0, 'bebas', true, now(), now()
         FROM generate_series(1, 5000) n`,
      mark,
    )
    const { default: config } = await import('@payload-config')
    const { handleEndpoints } = await import('payload')
    const query = new URLSearchParams({ search: mark, sort: 'price', columns: 'price' })
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api/obat/export?${query.toString()}`, {
        headers: { Authorization: `Bearer ${everyone.admin.token}` },
      }),
    })
    expect(response.headers.get('X-Total-Rows')).toBe('5000')
    const chunks: string[] = []
    let start: number[] | null = null
    const decoder = new TextDecoder()
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      start ??= [...chunk.subarray(0, 3)]
      chunks.push(decoder.decode(chunk, { stream: true }))
    }
    expect(start).toEqual([0xef, 0xbb, 0xbf])
    expect(chunks.length).toBeGreaterThanOrEqual(11)
    const longest = Math.max(...chunks.map((chunk) => chunk.split('\r\n').length))
    expect(longest).toBeLessThanOrEqual(501)
    const prices = table(chunks.join(''))
      .slice(1)
      .map(([price]) => Number(price))
    expect(prices).toEqual(Array.from({ length: 5000 }, (_none, index) => index + 1))
  })
})
