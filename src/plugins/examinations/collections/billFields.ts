import type { ArrayField, NumberField } from 'payload'

import { serverOnly } from '@/access'
import { AMOUNT_MAX, isWhole, RUPIAH, rupiah } from '@/lib/fields'

import { LINE_LABEL, LIVE_TOTAL } from './billShown'
import { LINES_MAX, NAME_MAX, QUANTITY_MAX } from '../constants'

/** What was done, and what each costs. */
export const billLines: ArrayField = {
  name: 'items',
  type: 'array',
  label: { en: 'Bill', id: 'Tagihan' },
  labels: { singular: { en: 'Line', id: 'Baris' }, plural: { en: 'Lines', id: 'Baris' } },
  required: true,
  minRows: 1,
  maxRows: LINES_MAX,
  admin: { components: { RowLabel: LINE_LABEL } },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: { en: 'What', id: 'Tindakan' },
          required: true,
          maxLength: NAME_MAX,
        },
        rupiah('price', { en: 'Price (Rp)', id: 'Harga (Rp)' }),
        {
          name: 'quantity',
          type: 'number',
          label: { en: 'Quantity', id: 'Jumlah' },
          required: true,
          defaultValue: 1,
          min: 1,
          max: QUANTITY_MAX,
          validate: isWhole(QUANTITY_MAX, 1),
        },
      ],
    },
  ],
}

/** Σ price × quantity of the lines, by the server. */
export const billTotal: NumberField = {
  name: 'total',
  type: 'number',
  label: { en: 'Total (Rp)', id: 'Total (Rp)' },
  required: true,
  defaultValue: 0,
  min: 0,
  max: AMOUNT_MAX,
  access: serverOnly,
  admin: { readOnly: true, components: { ...RUPIAH, Field: LIVE_TOTAL } },
}
