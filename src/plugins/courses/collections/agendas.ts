import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { isWhole, rupiah } from '@/lib/fields'
import { shownTo } from '@/lib/panel/shownTo'
import { setUuid } from '@/lib/uuid'

import { agendas as access, readLink } from '../access'
import { agendaHasHistory as refusal } from '../errors'
import { isAfter } from '../fields'
import { agendaHasHistory } from '../history.sql'
import { keepWhatHasHistory } from '../hooks/keepWhatHasHistory'
import { COUNT_MAX } from '../constants'
import { COURSES_GROUP } from './group'
import { offeredFields } from './offeredFields'

/** An event with seats. */
export const agendas: CollectionConfig = {
  slug: 'agendas',
  labels: { singular: { en: 'Agenda', id: 'Agenda' }, plural: { en: 'Agendas', id: 'Agenda' } },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'startsAt', 'place', 'capacity', 'price', '_status'],
    listSearchableFields: ['title', 'place', 'slug'],
    group: COURSES_GROUP,
    description: {
      en: 'Events with seats. A seat is held while it is being paid for.',
      id: 'Acara dengan kuota. Tempat ditahan selama pembayaran berlangsung.',
    },
    hidden: shownTo('admin', 'cashier', 'editor', 'doctor'),
  },
  access,
  disableDuplicate: true,
  versions: { drafts: true, maxPerDoc: 50 },
  fields: [
    ...offeredFields,
    {
      type: 'row',
      fields: [
        {
          name: 'startsAt',
          type: 'date',
          label: { en: 'Starts at', id: 'Mulai' },
          required: true,
          index: true,
          admin: { date: { pickerAppearance: 'dayAndTime' } },
        },
        {
          name: 'endsAt',
          type: 'date',
          label: { en: 'Ends at', id: 'Selesai' },
          validate: isAfter('startsAt'),
          admin: { date: { pickerAppearance: 'dayAndTime' } },
        },
      ],
    },
    { name: 'place', type: 'text', label: { en: 'Place', id: 'Tempat' }, maxLength: 300 },
    {
      name: 'link',
      type: 'text',
      label: { en: 'Link (for those who are registered)', id: 'Tautan (untuk yang terdaftar)' },
      maxLength: 500,
      access: { read: readLink },
    },
    {
      name: 'capacity',
      type: 'number',
      validate: isWhole(COUNT_MAX),
      label: { en: 'Seats (empty: no limit)', id: 'Kuota (kosong: tanpa batas)' },
      min: 0,
    },
    rupiah('price', { en: 'Price (Rp)', id: 'Harga (Rp)' }),
  ],
  hooks: {
    beforeValidate: [setUuid, deriveSlug('agendas', 'title')],
    beforeDelete: [keepWhatHasHistory(agendaHasHistory, refusal)],
  },
}
