import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { insertCoupon, insertCourse, usedCountOf } from '../support/courses'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const INVALID = { message: 'Kode kupon tidak valid atau sudah kedaluwarsa' }
const UNTIL = '2099-12-31T23:59:59.000Z'

let patient: Person
let admin: Person
let course: string

const validate = async (code: string, id = course, who = patient) => {
  const answer = await api('POST', '/v1/coupons/validate', {
    token: who.token,
    body: { code, course_id: id },
  })
  return { status: answer.status, body: answer.body as { data: Record<string, unknown> } }
}
const codeOf = async (id: string): Promise<string> => {
  const [row] = await rows<{ code: string }>('SELECT code FROM coupons WHERE id = $1', id)
  return row?.code ?? ''
}

beforeAll(async () => {
  await testPayload()
  patient = await person('patient')
  admin = await person('admin')
  course = await insertCourse({ price: 250_000 })
})

describe('POST /api/v1/coupons/validate', () => {
  it('answers as checkout.md has it', async () => {
    const code = `MARBOT-${randomUUID()}`
    const id = await insertCoupon({ code, value: 20, validUntil: UNTIL })
    expect(await validate(code.toLowerCase())).toEqual({
      status: 200,
      body: {
        data: {
          id,
          code,
          discount_type: 'PERCENTAGE',
          discount_value: 20,
          discount_amount: 50_000,
          original_price: 250_000,
          final_price: 200_000,
          valid_until: UNTIL,
        },
      },
    })
    expect((await validate(` ${code} `)).status).toBe(200)
    expect(await usedCountOf(id)).toBe(0)
  })

  it.each([
    ['rounds percentages down', { value: 33 }, 9_999, 3_299],
    ['keeps to the most', { value: 50, maxDiscount: 10_000 }, 250_000, 10_000],
    ['takes a fixed amount', { type: 'FIXED', value: 30_000 }, 250_000, 30_000],
    ['never takes more than the price', { type: 'FIXED', value: 300_000 }, 250_000, 250_000],
    ['takes all', { value: 100 }, 250_000, 250_000],
    ['from a price on', { value: 10, minPurchase: 250_000 }, 250_000, 25_000],
  ] as const)('%s', async (_what, coupon, price, discount) => {
    const code = await codeOf(await insertCoupon(coupon))
    const { body } = await validate(code, await insertCourse({ price }))
    expect(body.data).toMatchObject({
      discount_amount: discount,
      original_price: price,
      final_price: price - discount,
    })
  })

  it('says one thing of all that is wrong', async () => {
    const another = await insertCourse()
    const used = await insertCoupon({ maxUses: 0 })
    const coupons = [
      used,
      await insertCoupon({ isActive: false }),
      await insertCoupon({ validUntil: '2020-02-01T00:00:00.000Z' }),
      await insertCoupon({ validFrom: '2099-01-01T00:00:00.000Z' }),
      await insertCoupon({ minPurchase: 250_001 }),
      await insertCoupon({ courses: [another] }),
    ]
    for (const coupon of coupons) {
      expect(await validate(await codeOf(coupon))).toEqual({ status: 400, body: INVALID })
    }
    expect(await validate('TIDAK-ADA')).toEqual({ status: 400, body: INVALID })
    const chosen = await insertCoupon({ courses: [another] })
    expect((await validate(await codeOf(chosen), another)).status).toBe(200)
  })

  it('knows courses that are published, and no others', async () => {
    const code = await codeOf(await insertCoupon())
    const draft = await insertCourse({ isPublished: false })
    for (const id of [draft, randomUUID(), 'x', '1', "'"]) {
      expect(await validate(code, id)).toEqual({
        status: 404,
        body: { message: 'Kursus tidak ditemukan' },
      })
    }
  })

  it('refuses what it cannot read', async () => {
    const { status, body } = await api('POST', '/v1/coupons/validate', {
      token: patient.token,
      body: {},
    })
    expect({ status, body }).toEqual({
      status: 422,
      body: {
        message: 'Kode kupon harus berupa teks.',
        errors: { code: ['Kode kupon harus berupa teks.'], course_id: ['course_id wajib diisi.'] },
      },
    })
    const nobody = await api('POST', '/v1/coupons/validate', { body: {} })
    expect([nobody.status, nobody.body]).toEqual([401, { message: 'Unauthenticated.' }])
  })
})

describe('a coupon, as an admin writes it', () => {
  const given = (data: Record<string, unknown> = {}) => ({
    code: `TULIS-${randomUUID()}`,
    discountType: 'PERCENTAGE',
    discountValue: 20,
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: UNTIL,
    ...data,
  })
  const write = async (data: Record<string, unknown> = {}) =>
    rest<{ id: string; code: string; usedCount: number }>('POST', '/coupons', admin, given(data))

  it('has its code without blanks, once in any case', async () => {
    const code = `Hemat-${randomUUID()}`
    const { status, body } = await write({ code: ` ${code} `, usedCount: 7 })
    expect([status, body.doc.code, body.doc.usedCount]).toEqual([201, code, 0])
    const again = await write({ code: code.toUpperCase() })
    expect([again.status, again.body.errors[0]?.message]).toEqual([
      409,
      'Kode kupon ini sudah ada.',
    ])
    const renamed = await write()
    const path = `/coupons/${renamed.body.doc.id}`
    const { status: refused } = await rest('PATCH', path, admin, { code: code.toLowerCase() })
    expect(refused).toBe(409)
  })

  it('is whole, and within its bounds', async () => {
    const faults: [string, Record<string, unknown>][] = [
      ['discountValue', { discountValue: 101 }],
      ['discountValue', { discountValue: 12.5 }],
      ['discountValue', { discountValue: -1 }],
      ['discountValue', { discountType: 'FIXED', discountValue: 1e15 }],
      ['maxUses', { maxUses: 1.5 }],
      ['maxUses', { maxUses: -1 }],
      ['perUserLimit', { perUserLimit: 0 }],
      ['maxDiscount', { maxDiscount: 0.5 }],
      ['validUntil', { validUntil: '2019-01-01T00:00:00.000Z' }],
      ['code', { code: '   ' }],
    ]
    for (const [field, data] of faults) {
      const { status, body } = await write(data)
      expect([data, status, JSON.stringify(body.errors).includes(field)]).toEqual([data, 400, true])
    }
    const { body } = await write()
    const path = `/coupons/${body.doc.id}`
    expect((await rest('PATCH', path, admin, { discountValue: 101 })).status).toBe(400)
    expect((await rest('PATCH', path, admin, { validUntil: '2019-01-01' })).status).toBe(400)
    expect((await rest('PATCH', path, admin, { discountType: 'FIXED' })).status).toBe(200)
  })
})
