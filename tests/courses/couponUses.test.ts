import { beforeAll, expect, it } from 'vitest'

import type { CouponUses } from '@/plugins/courses/couponUses'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { insertCoupon, insertCourse } from '../support/courses'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'

let admin: Person

beforeAll(async () => {
  await testSimulator()
  admin = await person('admin')
})

type Read = { status: number; body: CouponUses & { errors: { message: string }[] } }
const usesOf = async (coupon: string, { token }: Partial<Person>, query = ''): Promise<Read> =>
  api('GET', `/coupons/${coupon}/uses${query}`, { token })

const use = async (buyer: Person, course: string, code: string): Promise<string> => {
  const { status, body } = await api('POST', `/v1/courses/${course}/checkout`, {
    token: buyer.token,
    body: { payment_method: 'QRIS', coupon_code: code },
  })
  expect(status).toBe(201)
  return (body as { data: { order: { id: string } } }).data.order.id
}

it('lists who used a coupon, newest first, page by page', async () => {
  const code = `PAKAI-${process.pid}`
  const coupon = await insertCoupon({ code, type: 'FIXED', value: 50_000 })
  const course = await insertCourse({ price: 250_000, title: 'Gizi' })
  const [first, second] = [await person('patient'), await person('patient')]
  await use(first, course, code)
  const transaction = await use(second, course, code)

  const { status, body } = await usesOf(coupon, admin, '?limit=1')
  expect(status).toBe(200)
  const [{ invoiceNumber } = { invoiceNumber: '' }] = await rows<{ invoiceNumber: string }>(
    'SELECT invoice_number AS "invoiceNumber" FROM transactions WHERE id = $1',
    transaction,
  )
  expect(body).toEqual({
    docs: [
      {
        user: { id: second.id, name: second.name },
        transaction,
        invoiceNumber,
        itemTitle: 'Gizi',
        discount: 50_000,
        amount: 200_000,
        status: 'PENDING',
        usedAt: expect.any(String),
      },
    ],
    totalDocs: 2,
    totalDiscount: 100_000,
    page: 1,
    limit: 1,
    totalPages: 2,
  })
  const next = await usesOf(coupon, await person('cashier'), '?limit=1&page=2')
  expect(next.body.docs[0]?.user.id).toBe(first.id)
})

it('is for the desk alone, and of coupons that exist', async () => {
  const coupon = await insertCoupon({ code: `KOSONG-${process.pid}` })
  expect((await usesOf(coupon, admin)).body).toMatchObject({
    docs: [],
    totalDocs: 0,
    totalPages: 1,
  })
  expect((await usesOf(coupon, {})).status).toBe(401)
  for (const role of ['patient', 'doctor', 'editor'] as const) {
    expect((await usesOf(coupon, await person(role))).status).toBe(403)
  }
  for (const unknown of ['x', '0190c1c7-0000-7000-8000-000000000000']) {
    const { status, body } = await usesOf(unknown, admin)
    expect([status, body.errors[0]?.message]).toEqual([404, 'Kupon tidak ditemukan.'])
  }
})
