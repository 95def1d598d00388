import { z } from 'zod'

import { uuid } from '@/lib/uuid'
import { PAYMENT_METHODS, TRANSACTION_STATUSES } from '@/plugins/payments/contract'

import { DISCOUNT_TYPES } from './constants'

/** What contract checkout.md takes and answers of courses, agendas and coupons. */

const money = z.int().min(0).describe('Whole rupiah.')
const time = z.iso.datetime()
const CODE_MAX = 50
const LESSONS_MAX = 500

const code = z
  .string({ error: 'Kode kupon harus berupa teks.' })
  .trim()
  .max(CODE_MAX, `Kode kupon maksimal ${CODE_MAX} karakter.`)

/** `POST /courses/:id/checkout` and `/agendas/:id/checkout`. */
export const checkoutBody = z.object({
  payment_method: z.enum(PAYMENT_METHODS, { error: 'Metode pembayaran tidak valid.' }),
  channel: z
    .string({ error: 'Kanal pembayaran harus berupa teks.' })
    .max(CODE_MAX, 'Kanal pembayaran tidak valid.')
    .nullish()
    .describe("One of the method's channels, of `GET /payment-methods`; its first by default."),
  coupon_code: code.nullish().describe('Of courses.'),
})

/** `POST /coupons/validate`. */
export const couponBody = z.object({
  code: code.min(1, 'Kode kupon wajib diisi.'),
  course_id: z.string({ error: 'course_id wajib diisi.' }).max(CODE_MAX, 'course_id tidak valid.'),
})

const lesson = z.string({ error: 'Id pelajaran harus berupa teks.' }).min(1).max(CODE_MAX)

/** `POST /me/courses/:id/progress`. */
export const progressBody = z
  .object({
    lesson_id: lesson.optional(),
    lesson_ids: z
      .array(lesson, { error: 'lesson_ids harus berupa daftar.' })
      .min(1, 'lesson_id atau lesson_ids wajib diisi.')
      .max(LESSONS_MAX, `Maksimal ${LESSONS_MAX} pelajaran.`)
      .optional(),
    completed: z.boolean({ error: 'completed harus true atau false.' }).default(true),
  })
  .transform(({ lesson_id: one, lesson_ids: many, completed }, context) => {
    const lessons = [...(many ?? []), ...(one === undefined ? [] : [one])]
    if (lessons.length > 0) return { lessons, completed }
    const message = 'lesson_id atau lesson_ids wajib diisi.'
    context.addIssue({ code: 'custom', path: ['lesson_id'], message })
    return z.NEVER
  })
  .meta({ anyOf: [{ required: ['lesson_id'] }, { required: ['lesson_ids'] }] })

const item = {
  id: uuid,
  title: z.string(),
  thumbnail_url: z.string().nullable(),
}

export const contractCourse = z
  .object({ ...item, instructor: z.object({ name: z.string().nullable() }) })
  .meta({ id: 'CheckoutCourse' })

export const contractAgenda = z
  .object({
    ...item,
    starts_at: time,
    ends_at: time.nullable(),
    place: z.string().nullable(),
  })
  .meta({ id: 'CheckoutAgenda' })

const head = { id: uuid, invoice_number: z.string() }
const rest = {
  original_amount: money,
  discount: money,
  amount: money,
  payment_method: z.enum(PAYMENT_METHODS).nullable(),
  payment_details: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('How to pay: a VA, addresses of an e-wallet, or a QR code, and of which bank.'),
  status: z.enum(TRANSACTION_STATUSES).describe('SUCCESS at once when there is nothing to pay.'),
  created_at: time,
  expires_at: time.nullable(),
}

export const ORDERED = 'Order berhasil dibuat. Silakan selesaikan pembayaran.'
const message = z.literal(ORDERED)

/** checkout.md, "Create Order". */
export const courseOrdered = z.object({
  data: z.object({ order: z.object({ ...head, course: contractCourse, ...rest }) }),
  message,
})
export const agendaOrdered = z.object({
  data: z.object({ order: z.object({ ...head, agenda: contractAgenda, ...rest }) }),
  message,
})

/** checkout.md, "Validate Coupon". */
export const contractCoupon = z
  .object({
    id: uuid,
    code: z.string(),
    discount_type: z.enum(DISCOUNT_TYPES),
    discount_value: z.int().min(0).describe('Percent, or whole rupiah.'),
    discount_amount: money,
    original_price: money,
    final_price: money,
    valid_until: time,
  })
  .meta({ id: 'CheckoutCoupon' })
export const couponAnswer = z.object({ data: contractCoupon })

/** How far somebody is in a course. */
export const progressAnswer = z.object({
  data: z.object({
    course_id: uuid,
    total_lessons: z.int().min(0),
    completed_lessons: z.int().min(0),
    progress_percent: z.int().min(0).max(100),
    completed_at: time.nullable().describe('When all lessons were done.'),
    lessons: z
      .array(z.object({ id: z.string(), completed_at: time.nullable() }))
      .describe("All lessons, in the course's order."),
  }),
})
