import type { CollectionConfig } from 'payload'

import { serverDate } from '@/lib/fields'

import { agendaRegistrations as access } from '../access'
import { REGISTRATION_STATUSES } from '../constants'
import { grantSeat } from '../hooks/grantSeat'
import { tellConfirmed } from '../hooks/tellConfirmed'
import { REGISTRATION_STATUS_LABELS } from '../words'
import { givenState, givenTo } from './givenFields'
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
    ...givenTo({ name: 'agenda', label: { en: 'Agenda', id: 'Agenda' }, relationTo: 'agendas' }),
    ...givenState(REGISTRATION_STATUSES, REGISTRATION_STATUS_LABELS, 'CONFIRMED'),
    serverDate('confirmedAt', { en: 'Confirmed at', id: 'Dikonfirmasi pada' }),
  ],
  hooks: { beforeChange: [grantSeat], afterChange: [tellConfirmed] },
}
