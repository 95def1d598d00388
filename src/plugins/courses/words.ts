import type { Said } from '@/lib/panel/said'

import type {
  DiscountType,
  ENROLLMENT_STATUSES,
  LessonKind,
  REGISTRATION_STATUSES,
} from './constants'

export const LESSON_KIND_LABELS: Record<LessonKind, Said> = {
  video: { en: 'Video', id: 'Video' },
  file: { en: 'File', id: 'File' },
  text: { en: 'Text', id: 'Teks' },
}

export const DISCOUNT_TYPE_LABELS: Record<DiscountType, Said> = {
  PERCENTAGE: { en: 'Percentage', id: 'Persentase' },
  FIXED: { en: 'Fixed amount', id: 'Potongan tetap' },
}

export const ENROLLMENT_STATUS_LABELS: Record<(typeof ENROLLMENT_STATUSES)[number], Said> = {
  ACTIVE: { en: 'Active', id: 'Aktif' },
  REVOKED: { en: 'Revoked', id: 'Dicabut' },
}

export const REGISTRATION_STATUS_LABELS: Record<(typeof REGISTRATION_STATUSES)[number], Said> = {
  PENDING: { en: 'Awaiting payment', id: 'Menunggu pembayaran' },
  CONFIRMED: { en: 'Confirmed', id: 'Terkonfirmasi' },
  CANCELLED: { en: 'Cancelled', id: 'Dibatalkan' },
}
