import type { RowField } from 'payload'

import { rupiah } from '@/lib/fields'

import { DISCOUNT_TYPES } from '../constants'
import { isDiscount } from '../fields'
import { DISCOUNT_TYPE_LABELS } from '../words'

/** What a coupon takes off, and off what. */
export const couponDiscount: RowField = {
  type: 'row',
  fields: [
    {
      name: 'discountType',
      type: 'select',
      label: { en: 'Discount', id: 'Jenis diskon' },
      required: true,
      options: DISCOUNT_TYPES.map((value) => ({ value, label: DISCOUNT_TYPE_LABELS[value] })),
    },
    {
      name: 'discountValue',
      type: 'number',
      label: { en: 'Percent, or rupiah', id: 'Persen, atau rupiah' },
      required: true,
      min: 0,
      validate: isDiscount,
    },
    {
      ...rupiah('maxDiscount', { en: 'At most (Rp)', id: 'Paling banyak (Rp)' }),
      required: false,
    },
    {
      ...rupiah('minPurchase', { en: 'From a price of (Rp)', id: 'Mulai harga (Rp)' }),
      required: false,
    },
  ],
}
