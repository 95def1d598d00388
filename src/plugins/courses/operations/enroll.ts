import type { PayloadRequest } from 'payload'

import type { Settled } from '@/plugins/payments/contract'
import type { Transaction } from '@/payload-types'

import { hasUse, lockCoupon, takeUse } from '../coupons.sql'
import { holdCourse, isEnrolled, lockEnrollment } from '../sql'

export const userOf = ({ user }: Pick<Transaction, 'user'>): number =>
  Number(typeof user === 'object' ? user?.id : user)

const refuse = (reason: string): Settled => ({ isGiven: false, reason })

/** Takes the coupon's use again if it was given back, as it is for money that comes late. */
const holdsCoupon = async (req: PayloadRequest, transaction: Transaction): Promise<boolean> => {
  const { id, couponId } = transaction
  if (!couponId || (await hasUse(req, id))) return true
  return takeUse(req, { coupon: couponId, user: userOf(transaction), transaction: id })
}

/** Enrolls who has paid, once; says why where that cannot be. Locks the coupon before the enrollment. */
export const enroll = async (req: PayloadRequest, transaction: Transaction): Promise<Settled> => {
  const { id, itemId: course, couponId } = transaction
  const user = userOf(transaction)
  if (couponId) await lockCoupon(req, { id: couponId })
  if (!(await holdCourse(req, course))) return refuse('Kursus ini sudah dihapus.')
  await lockEnrollment(req, user, course)
  if (await isEnrolled(req, user, course)) {
    return refuse('Pasien ini sudah terdaftar di kursus ini.')
  }
  if (!(await holdsCoupon(req, transaction))) return refuse('Kupon yang dipakai sudah habis.')
  await req.payload.create({
    collection: 'enrollments',
    data: { user, course, status: 'ACTIVE', transaction: id },
    depth: 0,
    req,
    overrideAccess: true,
  })
  return { isGiven: true }
}
