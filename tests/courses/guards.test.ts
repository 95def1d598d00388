import { beforeAll, describe, expect, it } from 'vitest'

import { people, person, rows } from '../support/apotek'
import {
  insertAgenda,
  insertCoupon,
  insertCourse,
  insertEnrollment,
  insertRegistration,
  usedCountOf,
} from '../support/courses'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { ordered } from './payment'

/** What the database refuses by itself, whoever writes. */

let patient: Person

const use = async (coupon: string, user: number, ordinal: number): Promise<void> => {
  const { id } = await ordered('courses', patient, await insertCourse())
  await rows(
    `INSERT INTO coupon_uses (coupon_id, user_id, ordinal, transaction_id) VALUES ($1, $2, $3, $4)`,
    coupon,
    user,
    ordinal,
    id,
  )
}

beforeAll(async () => {
  await testSimulator()
  patient = await person('patient')
})

describe('the database', () => {
  it('counts a coupon’s uses, up to as many as there may be', async () => {
    const coupon = await insertCoupon({ maxUses: 1 })
    const stranger = await person('patient')
    await use(coupon, patient.id, 1)
    await expect(use(coupon, stranger.id, 1)).rejects.toThrow('coupons_not_overused')
    await rows('UPDATE coupons SET used_count = 0 WHERE id = $1', coupon)
    expect(await usedCountOf(coupon)).toBe(1)
    await rows('DELETE FROM coupon_uses WHERE coupon_id = $1', coupon)
    expect(await usedCountOf(coupon)).toBe(0)
  })

  it('keeps the uses of one user apart', async () => {
    const coupon = await insertCoupon({ perUserLimit: 2 })
    await use(coupon, patient.id, 1)
    await expect(use(coupon, patient.id, 1)).rejects.toThrow('coupon_uses_pkey')
    await use(coupon, patient.id, 2)
    expect(await usedCountOf(coupon)).toBe(2)
  })

  it('has one enrollment that is in force, and one seat, per user', async () => {
    const [course, agenda] = [await insertCourse(), await insertAgenda()]
    await insertEnrollment(patient.id, course)
    await insertRegistration(patient.id, agenda)
    await expect(insertEnrollment(patient.id, course)).rejects.toThrow('enrollments_once')
    await expect(insertRegistration(patient.id, agenda)).rejects.toThrow(
      'agenda_registrations_once',
    )
  })

  it('has no more seats taken than there are, also when one is taken again', async () => {
    const agenda = await insertAgenda({ capacity: 1 })
    const guests = await people('patient', 2)
    const [first, second] = guests.map(({ id }) => id) as [number, number]
    const seat = await insertRegistration(first, agenda)
    await expect(insertRegistration(second, agenda)).rejects.toThrow('is full')
    await rows(`UPDATE agenda_registrations SET status = 'CANCELLED' WHERE id = $1`, seat)
    await insertRegistration(second, agenda)
    const again = rows(`UPDATE agenda_registrations SET status = 'PENDING' WHERE id = $1`, seat)
    await expect(again).rejects.toThrow('is full')
  })
})
