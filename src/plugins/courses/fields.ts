import type { DateFieldValidation, NumberFieldSingleValidation } from 'payload'

import { AMOUNT_MAX, isWhole } from '@/lib/fields'

import { COUNT_MAX } from './constants'

const PERCENT_MAX = 100

/** A coupon's value: whole rupiah, or a whole percentage of what it is used on. */
export const isDiscount: NumberFieldSingleValidation = (value, options) => {
  const { discountType } = options.siblingData as { discountType?: string }
  if (discountType === 'PERCENTAGE' && Number(value) > PERCENT_MAX) {
    return 'Persentase paling banyak 100.'
  }
  return isWhole(AMOUNT_MAX)(value, options)
}

export const isPositive: NumberFieldSingleValidation = (value, options) =>
  value === 0 ? 'Minimal 1.' : isWhole(COUNT_MAX)(value, options)

/** A moment that comes after the one in a field beside it. */
export const isAfter =
  (start: string): DateFieldValidation =>
  (value, { required, siblingData }) => {
    if (!value) return required ? 'Wajib diisi.' : true
    const from = (siblingData as Record<string, unknown>)[start]
    const [begins, ends] = [new Date(String(from)).getTime(), new Date(value).getTime()]
    if (Number.isNaN(ends)) return 'Tanggal tidak valid.'
    return begins >= ends ? 'Akhir harus sesudah awal.' : true
  }
