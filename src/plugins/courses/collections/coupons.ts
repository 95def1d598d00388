import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isWhole } from '@/lib/fields'
import { shownTo } from '@/lib/panel/shownTo'
import { setUuid, uuidField } from '@/lib/uuid'

import { coupons as access } from '../access'
import { CODE_MAX, COUNT_MAX } from '../constants'
import { couponHasHistory as refusal } from '../errors'
import { isAfter, isPositive } from '../fields'
import { couponHasHistory } from '../history.sql'
import { keepCodesApart } from '../hooks/keepCodesApart'
import { keepUsesWithinMax } from '../hooks/keepUsesWithinMax'
import { keepWhatHasHistory } from '../hooks/keepWhatHasHistory'
import { trimCode } from '../hooks/trimCode'
import { couponDiscount } from './couponDiscount'
import { couponUsesEndpoint } from '../endpoints/couponUses'
import { couponUsesShown } from './couponUsesShown'
import { COURSES_GROUP } from './group'

/** Discounts on courses (checkout.md, "Validate Coupon"). `usedCount` is moved by the uses alone. */
export const coupons: CollectionConfig = {
  slug: 'coupons',
  labels: { singular: { en: 'Coupon', id: 'Kupon' }, plural: { en: 'Coupons', id: 'Kupon' } },
  admin: {
    useAsTitle: 'code',
    defaultColumns: [
      'code',
      'discountType',
      'discountValue',
      'usedCount',
      'maxUses',
      'validUntil',
      'isActive',
    ],
    listSearchableFields: ['code'],
    group: COURSES_GROUP,
    description: {
      en: 'Discounts on courses. A use is held while paying, and returns when nothing is paid.',
      id: 'Diskon untuk kursus. Pemakaian ditahan selama pembayaran, dan kembali bila batal.',
    },
    hidden: shownTo('admin', 'cashier'),
  },
  access,
  disableDuplicate: true,
  versions: false,
  fields: [
    uuidField,
    {
      name: 'code',
      type: 'text',
      label: { en: 'Code', id: 'Kode' },
      required: true,
      unique: true,
      maxLength: CODE_MAX,
      hooks: { beforeValidate: [trimCode] },
    },
    couponDiscount,
    {
      type: 'row',
      fields: [
        {
          name: 'maxUses',
          type: 'number',
          validate: isWhole(COUNT_MAX),
          label: { en: 'Uses (empty: no limit)', id: 'Kuota pakai (kosong: tanpa batas)' },
          min: 0,
        },
        {
          name: 'perUserLimit',
          type: 'number',
          label: { en: 'Uses per user', id: 'Kuota per pengguna' },
          required: true,
          defaultValue: 1,
          min: 1,
          validate: isPositive,
        },
        {
          name: 'usedCount',
          type: 'number',
          label: { en: 'Used', id: 'Terpakai' },
          defaultValue: 0,
          access: serverOnly,
          admin: { readOnly: true },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'validFrom',
          type: 'date',
          label: { en: 'Valid from', id: 'Berlaku dari' },
          required: true,
          admin: { date: { pickerAppearance: 'dayAndTime' } },
        },
        {
          name: 'validUntil',
          type: 'date',
          label: { en: 'Valid until', id: 'Berlaku sampai' },
          validate: isAfter('validFrom'),
          required: true,
          admin: { date: { pickerAppearance: 'dayAndTime' } },
        },
      ],
    },
    {
      name: 'isActive',
      type: 'checkbox',
      label: { en: 'Active', id: 'Aktif' },
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'courses',
      type: 'relationship',
      label: { en: 'Only for these courses', id: 'Hanya untuk kursus ini' },
      relationTo: 'courses',
      hasMany: true,
    },
    couponUsesShown,
  ],
  endpoints: [couponUsesEndpoint],
  hooks: {
    beforeValidate: [setUuid],
    beforeChange: [keepCodesApart, keepUsesWithinMax],
    beforeDelete: [keepWhatHasHistory(couponHasHistory, refusal)],
  },
}
