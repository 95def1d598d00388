import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, serverDate, serverUser } from '@/lib/fields'

import { agendaRegistrations as access } from '../access'
import { REASON_MAX, REGISTRATION_STATUSES } from '../constants'
import { grantSeat } from '../hooks/grantSeat'
import { tellConfirmed } from '../hooks/tellConfirmed'
import { REGISTRATION_STATUS_LABELS } from '../words'
import { COURSES_GROUP } from './group'

/** Who has a seat: held while paying, then confirmed. One per user and agenda while not cancelled. */
export const agendaRegistrations: CollectionConfig = {
  slug: 'agenda-registrations',
  labels: {
    singular: { en: 'Registration', id: 'Peserta agenda' },
    plural: { en: 'Registrations', id: 'Peserta agenda' },
  },
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['user', 'agenda', 'status', 'confirmedAt', 'createdAt'],
    group: COURSES_GROUP,
    description: {
      en: 'Who has a seat: by a payment, or granted here with a reason.',
      id: 'Siapa mendapat tempat: lewat pembayaran, atau diberikan di sini dengan alasan.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      label: { en: 'User', id: 'Pengguna' },
      relationTo: 'users',
      required: true,
      index: true,
      filterOptions: { role: { equals: 'patient' } },
    },
    {
      name: 'agenda',
      type: 'relationship',
      label: { en: 'Agenda', id: 'Agenda' },
      relationTo: 'agendas',
      required: true,
      index: true,
    },
    {
      name: 'grantReason',
      type: 'textarea',
      label: { en: 'Why without payment', id: 'Alasan tanpa pembayaran' },
      maxLength: REASON_MAX,
      admin: { condition: (data) => !isSaved(data) || Boolean(data.grantReason) },
    },
    serverUser('grantedBy', { en: 'Granted by', id: 'Diberikan oleh' }),
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', id: 'Status' },
      required: true,
      index: true,
      defaultValue: 'CONFIRMED',
      options: REGISTRATION_STATUSES.map((value) => ({
        value,
        label: REGISTRATION_STATUS_LABELS[value],
      })),
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', condition: isSaved },
    },
    {
      name: 'transaction',
      type: 'relationship',
      label: { en: 'Transaction', id: 'Transaksi' },
      relationTo: 'transactions',
      access: serverOnly,
      admin: { readOnly: true, condition: (data) => Boolean(data.transaction) },
    },
    serverDate('confirmedAt', { en: 'Confirmed at', id: 'Dikonfirmasi pada' }),
  ],
  hooks: { beforeChange: [grantSeat], afterChange: [tellConfirmed] },
}
