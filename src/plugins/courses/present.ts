import type { z } from 'zod'

import type { Discounted } from './operations/applyCoupon'
import type { Progress } from './operations/markLessons'
import type { contractAgenda, contractCoupon, contractCourse, progressAnswer } from './schemas'
import type { AgendaRow } from './seats.sql'
import type { CourseRow } from './sql'

const thumbnailUrl = (file: string | null, serverUrl: string): string | null =>
  file ? `${serverUrl}/api/media/file/${encodeURIComponent(file)}` : null

const iso = (time: string): string => new Date(time).toISOString()

/** A course as checkout.md's answers show it; kept with its transaction. */
export const snapshotOfCourse = (
  { id, title, thumbnail, instructor }: CourseRow,
  serverUrl: string,
): z.infer<typeof contractCourse> => ({
  id,
  title,
  thumbnail_url: thumbnailUrl(thumbnail, serverUrl),
  instructor: { name: instructor },
})

/** An agenda in the same way. */
export const snapshotOfAgenda = (
  { id, title, thumbnail, startsAt, endsAt, place }: AgendaRow,
  serverUrl: string,
): z.infer<typeof contractAgenda> => ({
  id,
  title,
  thumbnail_url: thumbnailUrl(thumbnail, serverUrl),
  starts_at: iso(startsAt),
  ends_at: endsAt ? iso(endsAt) : null,
  place,
})

/** checkout.md, "Validate Coupon". */
export const presentCoupon = (
  { coupon, discount }: Discounted,
  price: number,
): z.infer<typeof contractCoupon> => ({
  id: coupon.id,
  code: coupon.code,
  discount_type: coupon.discountType,
  discount_value: coupon.discountValue,
  discount_amount: discount,
  original_price: price,
  final_price: price - discount,
  valid_until: iso(coupon.validUntil),
})

const PERCENT = 100

/** How far somebody is in a course. */
export const presentProgress = ({
  course,
  enrollment,
  lessons,
  done,
}: Progress): z.infer<typeof progressAnswer>['data'] => {
  const count = lessons.filter((id) => done[id]).length
  return {
    course_id: course,
    total_lessons: lessons.length,
    completed_lessons: count,
    progress_percent: lessons.length > 0 ? Math.floor((count * PERCENT) / lessons.length) : 0,
    completed_at: enrollment.completedAt ? iso(enrollment.completedAt) : null,
    lessons: lessons.map((id) => ({ id, completed_at: done[id] ?? null })),
  }
}
