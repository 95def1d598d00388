import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { ROLES } from '@/access/roles'
import { LANGUAGE_COOKIE } from '@/lib/panel/languageCookie'
import type { ImportAnswer } from '@/plugins/pharmacy/obatImport'
import { parseObatCsv } from '@/plugins/pharmacy/operations/parseObatCsv'
import { tell, userRoom } from '@/plugins/realtime'
import { openSockets } from '@/plugins/realtime/testing'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { systemRequest, testPayload } from '../support/payload'
import type { Person } from '../support/people'

const HEAD = 'name,sku,drug_class,price,stock,category'
type Refused = {
  errors: { message: string; data?: { extra?: { rows: ImportAnswer['errors'] } } }[]
}

let admin: Person
let count = 0
beforeAll(async () => {
  admin = await person('admin')
})

/** A list of obat of its own: `name,price,stock` of each. */
const listOf = (...lines: [name: string, price: number | string, stock: number][]) => {
  count += 1
  const mark = `IM${process.pid}-${count}`
  const body = lines.map(
    ([name, price, stock], index) =>
      `${name} ${mark},${mark}-${index},bebas,${price},${stock},K ${mark}`,
  )
  return { mark, csv: [HEAD, ...body].join('\n') }
}

const send = async (
  content: string | Uint8Array,
  rest: Record<string, string> = {},
  headers: Record<string, string> = {},
  token: string | undefined = admin.token,
) => {
  const form = new FormData()
  form.set('file', new File([content as BlobPart], 'daftar.csv', { type: 'text/csv' }))
  for (const [name, value] of Object.entries(rest)) form.set(name, value)
  const answer = await api('POST', '/obat/import', { token, body: form, headers })
  return answer as unknown as { status: number; body: ImportAnswer & Refused }
}
const preview = async (content: string) => send(content, { dryRun: 'true' })

const stored = async (mark: string) =>
  rows<{ name: string; price: number; stock: number }>(
    `SELECT name, price::int AS price, stock::int AS stock FROM obat
      WHERE sku LIKE $1 || '-%' ORDER BY sku`,
    mark,
  )

describe('POST /api/obat/import', () => {
  it('says what would change, field by field, and writes nothing', async () => {
    const { csv, mark } = listOf(['A', 1000, 5], ['B', 2000, 0], ['C', 3000, 1])
    expect((await send(csv)).body).toMatchObject({ applied: true, created: 3 })
    const next = csv
      .replace('bebas,1000', 'bebas,1500')
      .replace(`C ${mark}`, `Sirup ${mark}`)
      .replace(',5,', ',7,')
    const { status, body } = await preview(`${next}\nD ${mark},${mark}-9,keras,4000,8,Baru ${mark}`)
    expect(status).toBe(200)
    expect(body).toEqual({
      applied: false,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      created: 1,
      updated: 2,
      unchanged: 1,
      stockIgnored: 1,
      failed: 0,
      newCategories: [`Baru ${mark}`],
      creates: [{ row: 5, name: `D ${mark}`, sku: `${mark}-9`, price: 4000, stock: 8 }],
      updates: [
        {
          row: 2,
          id: expect.any(Number),
          name: `A ${mark}`,
          fields: [{ field: 'price', from: 1000, to: 1500 }],
        },
        {
          row: 4,
          id: expect.any(Number),
          name: `C ${mark}`,
          fields: [{ field: 'name', from: `C ${mark}`, to: `Sirup ${mark}` }],
        },
      ],
      errors: [],
    })
    expect(await stored(mark)).toHaveLength(3)
    expect((await stored(mark))[0]).toMatchObject({ price: 1000, stock: 5 })
  })

  it('does what the preview said, with its opening stock in the ledger', async () => {
    const { csv, mark } = listOf(['A', 1000, 5], ['B', 2000, 0])
    const { fingerprint } = (await preview(csv)).body
    const { status, body } = await send(csv, { fingerprint })
    expect([status, body.applied, body.created]).toEqual([200, true, 2])
    expect(await stored(mark)).toEqual([
      { name: `A ${mark}`, price: 1000, stock: 5 },
      { name: `B ${mark}`, price: 2000, stock: 0 },
    ])
    expect((await preview(csv)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  })

  it('does nothing when the shop has changed since the preview: 409', async () => {
    const { csv, mark } = listOf(['A', 1000, 5])
    await send(csv)
    const next = csv.replace('bebas,1000', 'bebas,1500')
    const { fingerprint } = (await preview(next)).body
    await rows(`UPDATE obat SET price = 1200 WHERE sku LIKE $1 || '-%'`, mark)
    const refused = await send(next, { fingerprint })
    expect([refused.status, refused.body.errors[0]?.message]).toEqual([
      409,
      'Data obat berubah sejak pratinjau; tidak ada yang diimpor. Periksa lagi.',
    ])
    expect((await stored(mark))[0]?.price).toBe(1200)
    const again = (await preview(next)).body
    expect(again.updates[0]?.fields).toEqual([{ field: 'price', from: 1200, to: 1500 }])
    expect((await send(next, { fingerprint: again.fingerprint })).status).toBe(200)
    expect((await stored(mark))[0]?.price).toBe(1500)
  })

  it('tells every error with its row and column, and imports nothing of such a list: 422', async () => {
    const { csv, mark } = listOf(['A', 1000, 5], ['B', 'mahal', 0], ['', 3000, 1])
    const expected = [{ row: 3, column: 'price', message: expect.stringContaining('mahal') }]
    const told = await preview(csv)
    expect(told.status).toBe(200)
    expect(told.body).toMatchObject({ failed: 1, created: 0, errors: expected, fingerprint: '' })
    const refused = await send(csv)
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0]).toMatchObject({
      message: 'Daftar ini berisi kesalahan; tidak ada yang diimpor.',
      data: { extra: { failed: 1, rows: expected } },
    })
    expect(await stored(mark)).toEqual([])
  })

  it('tells errors to the panel in its language', async () => {
    const { csv, mark } = listOf(['A', 'mahal', 5], ['B', 2000, 0])
    await send(listOf(['Z', 1, 0]).csv)
    const faulty = [
      `,${mark}-2,bebas,1,0,K`,
      `C ${mark},,bebas,,0,K`,
      `D ${mark},${mark}-1,khusus,1,banyak,K,lebih`,
      `E ${mark},${mark}-3,bebas,1,0,${'K'.repeat(101)}`,
    ]
    const headers = { Cookie: `${LANGUAGE_COOKIE}=en` }
    const lists = [[csv, ...faulty].join('\n'), `${HEAD},x,sku\n`, `${HEAD}\n`, 'name;name', '"']
    const said = []
    for (const list of lists) {
      const { body } = await send(list, { dryRun: 'true' }, headers)
      expect(body.failed).toBeGreaterThan(0)
      said.push(...body.errors.map(({ message }) => message))
    }
    expect(said.length).toBeGreaterThan(12)
    expect(
      said.filter((one) => /tidak|sudah|harus|wajib|paling|kolom|baris|isi/i.test(one)),
    ).toEqual([])
  })

  it('is all or nothing when the shop refuses a row in the middle', async () => {
    const { csv, mark } = listOf(['A', 1000, 5], ['B', 2000, 0])
    const { fingerprint } = (await preview(csv)).body
    const payload = await testPayload()
    const create = payload.create.bind(payload)
    let made = 0
    const spy = vi.spyOn(payload, 'create').mockImplementation(async (options) => {
      if (options.collection === 'obat' && (made += 1) === 2) {
        Object.assign(options.data, { price: -1 })
      }
      return create(options)
    })
    try {
      const refused = await send(csv, { fingerprint })
      expect(refused.status).toBe(422)
      expect(refused.body.errors[0]?.data?.extra?.rows).toMatchObject([{ row: 3, column: 'price' }])
    } finally {
      spy.mockRestore()
    }
    expect(await stored(mark)).toEqual([])
    expect((await send(csv, { fingerprint })).status).toBe(200)
  })

  it('reads semicolons and a BOM, and refuses what is no UTF-8', async () => {
    const { csv, mark } = listOf(['Café', 1000, 5])
    const excel = `\ufeff${csv.replaceAll(',', ';').replaceAll('\n', '\r\n')}`
    expect((await preview(excel)).body).toMatchObject({ created: 1, failed: 0 })
    const latin = Buffer.from(csv, 'latin1')
    const refused = await send(new Uint8Array(latin))
    expect([refused.status, refused.body.errors[0]?.message]).toEqual([
      422,
      'Berkas bukan UTF-8. Simpan lagi sebagai "CSV UTF-8" dari lembar kerja.',
    ])
    expect(await stored(mark)).toEqual([])
  })

  it('refuses no file, an empty one, and one that is too large: 422', async () => {
    const bare = await rest('POST', '/obat/import', admin, {})
    expect([bare.status, bare.body.errors[0]?.message]).toEqual([422, 'Pilih berkas CSV dahulu.'])
    expect((await send('  \n ')).status).toBe(422)
    const large = await send(new Uint8Array(5 * 1024 * 1024 + 1).fill(97))
    expect([large.status, large.body.errors[0]?.message]).toEqual([
      422,
      'Ukuran berkas maksimal 5 MB.',
    ])
    const many = Array.from({ length: 20_001 }, (_none, n) => `n${n},s${n},bebas,1,0,k`)
    const { body } = await preview([HEAD, ...many].join('\n'))
    expect(body.errors).toMatchObject([{ row: 1, message: expect.stringContaining('20.000') }])
  })

  it('imports once for one Idempotency-Key', async () => {
    const { csv, mark } = listOf(['A', 1000, 5])
    const headers = { 'Idempotency-Key': mark }
    const first = await send(csv, {}, headers)
    const second = await send(csv, {}, headers)
    expect(second.body).toEqual(first.body)
    expect(second.body).toMatchObject({ applied: true, created: 1 })
    expect((await send(`${csv}\n`, {}, headers)).status).toBe(422)
  })

  it('tells its own user how far it is, before the commit, and nobody else', async () => {
    const { csv } = listOf(...Array.from({ length: 30 }, (_none, n) => [`A${n}`, 1000, 1] as never))
    const house = await openSockets(await testPayload())
    const other = await person('admin')
    const [own, others] = [await house.connect(admin.token), await house.connect(other.token)]
    await send(csv)
    const req = await systemRequest()
    for (const [{ socket }, { id }] of [
      [own, admin],
      [others, other],
    ] as const) {
      const marked = new Promise((resolve) => {
        socket.once('marker', resolve)
      })
      await tell(req, userRoom(id), 'marker', {})
      await marked
    }
    await house.close()
    const progressOf = ({ heard }: typeof own) =>
      heard.filter(([event]) => event === 'import-progress').map(([, data]) => data)
    expect(progressOf(own)).toEqual([
      { done: 25, total: 30 },
      { done: 30, total: 30 },
    ])
    expect(progressOf(others)).toEqual([])
  })

  it('is for admins only', async () => {
    const { csv, mark } = listOf(['A', 1000, 5])
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      const { token } = await person(role)
      expect((await send(csv, {}, {}, token)).status).toBe(403)
      expect((await rest('GET', '/obat/import-template', { token })).status).toBe(403)
    }
    expect(await stored(mark)).toEqual([])
  })
})

it('GET /api/obat/import-template is a list that can be imported', async () => {
  for (const delimiter of [',', ';']) {
    const { body } = await api('GET', `/obat/import-template?delimiter=${delimiter}`, admin)
    expect(parse(body, { bom: true, delimiter })).toHaveLength(2)
    const { rows: read, errors } = parseObatCsv(String(body))
    expect(errors).toEqual([])
    expect(read).toMatchObject([{ name: 'Paracetamol 500 mg tablet', price: 4500, stock: 240 }])
  }
})
