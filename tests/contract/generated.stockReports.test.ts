import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { ROLES } from '@/access/roles'
import type { Obat } from '@/payload-types'
import type { LowStock, SoldObat } from '@/plugins/pharmacy/stockReports'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { atDesk, person, placed, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

type Page<Row> = {
  docs: Row[]
  totalDocs: number
  page: number
  totalPages: number
  limit: number
}
type Sold = Page<SoldObat> & { days: number; from: string; totalSold: number; totalRevenue: number }

let cashier: Person
let mark: string
let count = 0

beforeAll(async () => {
  cashier = await person('cashier')
})
/** What a test looks for has its mark: the database holds the obat of other tests, too. */
beforeEach(() => {
  count += 1
  mark = `laporan-${process.pid}-${count}`
})

const marked = async (name: string, data: Partial<Obat>): Promise<Obat> =>
  makeObat(await testPayload(), { name: `${name} ${mark}`, ...data } as never)

const report = async <Body>(path: string, query = ''): Promise<Body> => {
  const { token } = cashier
  const answer = await api('GET', `/obat/${path}?search=${mark}${query}`, { token })
  expect(answer.status).toBe(200)
  return answer.body
}

const short = ({ name }: { name: string }): string => name.split(' ')[0] ?? ''

describe('GET /api/obat/low-stock', () => {
  it('lists active obat at their threshold or below, the most urgent first', async () => {
    await marked('Cukup', { stock: 11, lowStockThreshold: 10 })
    await marked('Pas', { stock: 10, lowStockThreshold: 10 })
    await marked('Sedikit', { stock: 5, lowStockThreshold: 50 })
    await marked('Habis', { stock: 0, lowStockThreshold: 10, sku: `H-${mark}`, unit: 'strip' })
    await marked('Tutup', { stock: 0, lowStockThreshold: 10, active: false })
    await marked('Tanpa', { stock: 0, lowStockThreshold: null })
    const low = await report<Page<LowStock>>('low-stock')
    expect(low.docs.map(short)).toEqual(['Habis', 'Tanpa', 'Sedikit', 'Pas'])
    expect(low.docs[0]).toEqual({
      id: expect.any(Number),
      name: `Habis ${mark}`,
      sku: `H-${mark}`,
      unit: 'strip',
      stock: 0,
      lowStockThreshold: 10,
    })
    expect(low).toMatchObject({ totalDocs: 4, page: 1, totalPages: 1, limit: 20 })
  })

  it('gives pages, and reads % and _ as text', async () => {
    for (const name of ['A', 'B', 'C']) await marked(name, { stock: 0 })
    const second = await report<Page<LowStock>>('low-stock', '&limit=2&page=2')
    expect(second.docs.map(short)).toEqual(['C'])
    expect(second).toMatchObject({ totalDocs: 3, page: 2, totalPages: 2, limit: 2 })
    const none = await api('GET', `/obat/low-stock?search=${encodeURIComponent('%_')}`, cashier)
    expect(none.body).toMatchObject({ docs: [], totalDocs: 0, totalPages: 1 })
  })
})

describe('GET /api/obat/sold', () => {
  const sell = async (obat: Obat, quantity: number) =>
    placed(cashier, [{ obat_id: obat.id, quantity }], { payment_method: 'cash' })

  const age = async (order: number, days: number) =>
    rows(
      `UPDATE orders SET created_at = now() - make_interval(days => $2) WHERE id = $1`,
      order,
      days,
    )

  it('adds up quantities and money without cancelled orders, and says how long stock lasts', async () => {
    const laku = await marked('Laku', { stock: 100, price: 2000 })
    const mahal = await marked('Mahal', { stock: 10, price: 50_000 })
    await marked('Diam', { stock: 10 })
    await sell(laku, 6)
    await sell(laku, 4)
    const gone = await sell(laku, 7)
    expect((await atDesk(cashier, 'cancel', gone.id, { reason: 'salah' })).status).toBe(200)
    await sell(mahal, 2)

    const sold = await report<Sold>('sold')
    expect(sold.docs).toEqual([
      expect.objectContaining({
        id: laku.id,
        sold: 10,
        revenue: 20_000,
        stock: 90,
        daysOfCover: 270,
      }),
      expect.objectContaining({
        id: mahal.id,
        sold: 2,
        revenue: 100_000,
        stock: 8,
        daysOfCover: 120,
      }),
    ])
    expect(sold).toMatchObject({ totalDocs: 2, days: 30, totalSold: 12, totalRevenue: 120_000 })
    const dearest = await report<Sold>('sold', '&sort=revenue&limit=1')
    expect(dearest.docs.map(short)).toEqual(['Mahal'])
    expect(dearest).toMatchObject({ totalSold: 12, totalPages: 2 })
    const shortest = await report<Sold>('sold', '&sort=cover&days=7')
    expect(shortest.docs.map(({ daysOfCover }) => daysOfCover)).toEqual([28, 63])
  })

  it("begins at midnight of the first day, by the clinic's clock", async () => {
    const obat = await marked('Lama', { stock: 100 })
    const old = await sell(obat, 1)
    await age(old.id, 30)
    const edge = await sell(obat, 2)
    const { from } = await report<Sold>('sold')
    expect(new Date(from).toLocaleTimeString('en-GB', { timeZone: 'Asia/Jakarta' })).toBe(
      '00:00:00',
    )
    await rows(`UPDATE orders SET created_at = $2 WHERE id = $1`, edge.id, from)
    expect((await report<Sold>('sold')).docs).toMatchObject([{ sold: 2 }])
    expect((await report<Sold>('sold', '&days=31')).docs).toMatchObject([{ sold: 3 }])
  })

  it.each(['days=0', 'days=x', 'limit=0', 'limit=101', 'page=-1', 'sort=name', 'days=367'])(
    'refuses %s',
    async (query) => {
      const answer = await rest('GET', `/obat/sold?${query}`, cashier)
      expect(answer.status).toBe(422)
    },
  )
})

it('is for the desk only', async () => {
  for (const path of ['low-stock', 'sold']) {
    for (const role of ROLES) {
      const answer = await rest('GET', `/obat/${path}`, await person(role))
      const isDesk = role === 'cashier' || role === 'admin'
      expect([role, answer.status]).toEqual([role, isDesk ? 200 : 403])
    }
    expect((await rest('GET', `/obat/${path}`)).status).toBe(401)
  }
})
