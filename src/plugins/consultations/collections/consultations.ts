import type { CollectionConfig } from 'payload'

import { adminField, serverOnly } from '@/access'
import { serverDate, serverUser } from '@/lib/fields'

import { consultations as access } from '../access'
import { CONSULTATION_STATUSES, REASON_MAX, SUMMARY_MAX } from '../constants'
import { showTrueState } from '../hooks/showTrueState'
import { STATUS_LABELS } from '../words'
import { CONSULTATIONS_GROUP } from './group'

/** Thirty minutes with a doctor, that were paid for. Written by operations only. */
export const consultations: CollectionConfig = {
  slug: 'consultations',
  labels: {
    singular: { en: 'Consultation', id: 'Konsultasi' },
    plural: { en: 'Consultations', id: 'Konsultasi' },
  },
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['id', 'patient', 'doctor', 'status', 'startedAt', 'expiresAt'],
    group: CONSULTATIONS_GROUP,
    description: {
      en: 'Thirty minutes with a doctor each. What was said stands between the two alone.',
      id: 'Masing-masing tiga puluh menit dengan dokter. Isi percakapan hanya untuk keduanya.',
    },
  },
  access,
  // The state is told of them, whatever was selected.
  forceSelect: { startedAt: true, expiresAt: true, endedAt: true },
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'actions',
      type: 'ui',
      admin: {
        position: 'sidebar',
        components: {
          Field: '@/plugins/consultations/admin/consultation/ConsultationTimes#ConsultationTimes',
        },
      },
    },
    {
      name: 'patient',
      type: 'relationship',
      label: { en: 'Patient', id: 'Pasien' },
      relationTo: 'users',
      required: true,
      index: true,
    },
    {
      name: 'doctor',
      type: 'relationship',
      label: { en: 'Doctor', id: 'Dokter' },
      relationTo: 'doctors',
      required: true,
      index: true,
    },
    {
      name: 'transaction',
      type: 'relationship',
      label: { en: 'Transaction', id: 'Transaksi' },
      relationTo: 'transactions',
      unique: true,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', id: 'Status' },
      required: true,
      index: true,
      options: CONSULTATION_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
      hooks: { afterRead: [showTrueState] },
      admin: { readOnly: true, position: 'sidebar' },
    },
    serverDate('startedAt', { en: 'Begins', id: 'Mulai' }),
    serverDate('expiresAt', { en: 'Ends', id: 'Berakhir' }),
    serverDate('endedAt', { en: 'Ended', id: 'Diakhiri' }),
    serverUser('endedBy', { en: 'Ended by', id: 'Diakhiri oleh' }),
    serverDate('warnedAt', { en: 'End announced', id: 'Peringatan berakhir' }),
    serverDate('firstAnsweredAt', { en: 'First answer', id: 'Jawaban pertama' }),
    serverDate('abandonedAt', { en: 'Closed unanswered', id: 'Ditutup tanpa jawaban' }),
    {
      name: 'summary',
      type: 'textarea',
      label: { en: 'Summary', id: 'Ringkasan' },
      maxLength: SUMMARY_MAX,
      admin: { readOnly: true },
    },
    serverDate('summaryAt', { en: 'Summary written', id: 'Ringkasan ditulis' }),
    {
      name: 'extensions',
      type: 'array',
      label: { en: 'Extensions', id: 'Perpanjangan' },
      labels: {
        singular: { en: 'Extension', id: 'Perpanjangan' },
        plural: { en: 'Extensions', id: 'Perpanjangan' },
      },
      access: { ...serverOnly, read: adminField },
      admin: {
        readOnly: true,
        condition: (data) => Array.isArray(data.extensions) && data.extensions.length > 0,
      },
      fields: [
        {
          name: 'minutes',
          type: 'number',
          label: { en: 'Minutes', id: 'Menit' },
          required: true,
        },
        {
          name: 'reason',
          type: 'textarea',
          label: { en: 'Reason', id: 'Alasan' },
          required: true,
          maxLength: REASON_MAX,
        },
        {
          name: 'by',
          type: 'relationship',
          label: { en: 'By', id: 'Oleh' },
          relationTo: 'users',
        },
        { name: 'at', type: 'date', label: { en: 'At', id: 'Pada' }, required: true },
      ],
    },
  ],
}
