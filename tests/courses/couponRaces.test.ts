import { beforeAll, describe, expect, it } from 'vitest'

import { people, person, rows } from '../support/apotek'
import { insertCoupon, insertCourse, usedCountOf } from '../support/courses'
import { withRowLocked } from '../support/locks'
import { testSimulator } from '../support/simulator'
import { checkout, ordered } from './payment'

/**
 * New orders also queue for their invoice's number; orders that are open already, and get a coupon, have
 * nothing but the coupon's row to queue for.
 */

const MANY = 6
const INVALID = { message: 'Kode kupon tidak valid atau sudah kedaluwarsa' }

type Wish = { buyer: { token: string }; course: string }

/** Lets all ask for the coupon, and reach its row, before the first of them gets it. */
const wishAtOnce = async (coupon: string, wishes: Wish[]) => {
  const [row] = await rows<{ code: string }>('SELECT code FROM coupons WHERE id = $1', coupon)
  for (const { buyer, course } of wishes) await ordered('courses', buyer, course)
  return withRowLocked('coupons', coupon, wishes.length, () =>
    Promise.all(
      wishes.map(({ buyer, course }) =>
        checkout('courses', buyer, course, { coupon_code: row?.code }),
      ),
    ),
  )
}

const expectOneToHaveIt = (answers: Awaited<ReturnType<typeof checkout>>[]) => {
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  const refused = answers.filter(({ status }) => status !== 201)
  for (const answer of refused) expect(answer).toEqual({ status: 400, body: INVALID })
}

beforeAll(async () => {
  await testSimulator()
})

describe('a coupon for open orders', () => {
  it('with one use is for one of the users who want it at once; others are told as ever', async () => {
    const [course, coupon] = [await insertCourse(), await insertCoupon({ maxUses: 1 })]
    const buyers = await people('patient', MANY)
    expectOneToHaveIt(
      await wishAtOnce(
        coupon,
        buyers.map((buyer) => ({ buyer, course })),
      ),
    )
    expect(await usedCountOf(coupon)).toBe(1)
  })

  it('once per user is for one of the courses that a user wants it for at once', async () => {
    const [buyer, coupon] = [await person('patient'), await insertCoupon()]
    const courses = await Promise.all(Array.from({ length: MANY }, () => insertCourse()))
    expectOneToHaveIt(
      await wishAtOnce(
        coupon,
        courses.map((course) => ({ buyer, course })),
      ),
    )
    expect(await usedCountOf(coupon)).toBe(1)
  })
})
