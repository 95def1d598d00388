/** Words of the courses that browser and server share. */

export const LESSON_KINDS = ['video', 'file', 'text'] as const
export type LessonKind = (typeof LESSON_KINDS)[number]

export const DISCOUNT_TYPES = ['PERCENTAGE', 'FIXED'] as const
export type DiscountType = (typeof DISCOUNT_TYPES)[number]

export const ENROLLMENT_STATUSES = ['ACTIVE', 'REVOKED'] as const
export const REGISTRATION_STATUSES = ['PENDING', 'CONFIRMED', 'CANCELLED'] as const

export const REASON_MAX = 500
export const CODE_MAX = 50
/** Of seats and of uses. */
export const COUNT_MAX = 1_000_000
