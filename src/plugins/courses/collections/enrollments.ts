import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, serverDate, serverUser } from '@/lib/fields'

import { enrollments as access } from '../access'
import { ENROLLMENT_STATUSES, REASON_MAX } from '../constants'
import { grantCourse } from '../hooks/grantCourse'
import { keepProgress } from '../hooks/keepProgress'
import { tellEnrolled } from '../hooks/tellEnrolled'
import { ENROLLMENT_STATUS_LABELS } from '../words'
import { COURSES_GROUP } from './group'

/** Who may learn what: by a payment, or granted by an admin with a reason. One per user and course. */
export const enrollments: CollectionConfig = {
  slug: 'enrollments',
  labels: {
    singular: { en: 'Enrollment', id: 'Peserta kursus' },
    plural: { en: 'Enrollments', id: 'Peserta kursus' },
  },
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['user', 'course', 'status', 'completedAt', 'createdAt'],
    group: COURSES_GROUP,
    description: {
      en: 'Who learns what: by a payment, or granted here with a reason.',
      id: 'Siapa belajar apa: lewat pembayaran, atau diberikan di sini dengan alasan.',
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
      name: 'course',
      type: 'relationship',
      label: { en: 'Course', id: 'Kursus' },
      relationTo: 'courses',
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
      defaultValue: 'ACTIVE',
      options: ENROLLMENT_STATUSES.map((value) => ({
        value,
        label: ENROLLMENT_STATUS_LABELS[value],
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
    /** The lessons that are done: their id → when (ISO 8601). */
    {
      name: 'progress',
      type: 'json',
      label: { en: 'Lessons that are done', id: 'Pelajaran yang selesai' },
      access: serverOnly,
      admin: { readOnly: true, condition: isSaved },
    },
    serverDate('completedAt', { en: 'Completed at', id: 'Selesai pada' }),
  ],
  hooks: { beforeChange: [grantCourse, keepProgress], afterChange: [tellEnrolled] },
}
