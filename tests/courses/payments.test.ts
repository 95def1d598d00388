import { beforeAll, describe, expect, it } from 'vitest'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { insertAgenda, insertCoupon, insertCourse, usedCountOf } from '../support/courses'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { checkout } from './payment'

let patient: Person

type Answer = {
  status: number
  body: { data: { id: string; amount: number }; errors: Record<string, string[]> }
}

const pay = async (body: Record<string, unknown>): Promise<Answer> => {
  const answer = await api('POST', '/payments', { token: patient.token, body })
  return { status: answer.status, body: answer.body }
}

beforeAll(async () => {
  await testSimulator()
  patient = await person('patient')
})

describe('POST /api/payments, for a course or an agenda', () => {
  it('is the same order as its checkout, in whatever case the id is sent', async () => {
    const [course, agenda] = [await insertCourse(), await insertAgenda()]
    for (const [type, path, id] of [
      ['course', 'courses', course],
      ['agenda', 'agendas', agenda],
    ] as const) {
      const { status, body } = await pay({ type, id: id.toUpperCase() })
      expect([status, body.data.amount > 0]).toEqual([201, true])
      const { body: again } = await checkout(path, patient, id)
      expect(again.data.order.id).toBe(body.data.id)
      expect(await rows('SELECT item_id FROM transactions WHERE item_id ILIKE $1', id)).toEqual([
        { item_id: id },
      ])
    }
  })

  it('takes a coupon for a course, and refuses one that it cannot read', async () => {
    const [course, coupon] = [await insertCourse({ price: 100_000 }), await insertCoupon()]
    const [row] = await rows<{ code: string }>('SELECT code FROM coupons WHERE id = $1', coupon)
    for (const wrong of [7, {}, 'x'.repeat(51)]) {
      const { status, body } = await pay({ type: 'course', id: course, coupon_code: wrong })
      expect([status, Object.keys(body.errors)]).toEqual([422, ['coupon_code']])
    }
    expect(await rows('SELECT 1 FROM transactions WHERE item_id = $1', course)).toEqual([])
    const { status, body } = await pay({
      type: 'course',
      id: course,
      coupon_code: ` ${row?.code.toLowerCase()} `,
    })
    expect([status, body.data.amount, await usedCountOf(coupon)]).toEqual([201, 80_000, 1])
  })

  it('refuses as the checkout does', async () => {
    const over = await insertAgenda({ startsAt: '2020-01-01T00:00:00.000Z' })
    const draft = await insertCourse({ isPublished: false })
    const course = await insertCourse()
    const asks: [Record<string, unknown>, number, string][] = [
      [{ type: 'agenda', id: over }, 400, 'Agenda sudah berakhir'],
      [
        { type: 'agenda', id: await insertAgenda({ capacity: 0 }) },
        400,
        'Kuota agenda sudah penuh',
      ],
      [{ type: 'course', id: draft }, 404, 'Kursus tidak ditemukan'],
      [{ type: 'course', id: 'x' }, 404, 'Kursus tidak ditemukan'],
      [
        { type: 'course', id: course, coupon_code: 'TIDAK-ADA' },
        400,
        'Kode kupon tidak valid atau sudah kedaluwarsa',
      ],
    ]
    for (const [body, status, message] of asks) {
      expect(await pay(body)).toEqual({ status, body: { success: false, message } })
    }
  })
})
