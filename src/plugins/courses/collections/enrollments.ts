import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, serverDate } from '@/lib/fields'

import { enrollments as access } from '../access'
import { ENROLLMENT_STATUSES } from '../constants'
import { grantCourse } from '../hooks/grantCourse'
import { keepProgress } from '../hooks/keepProgress'
import { tellEnrolled } from '../hooks/tellEnrolled'
import { ENROLLMENT_STATUS_LABELS } from '../words'
import { givenState, givenTo } from './givenFields'
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
    ...givenTo({ name: 'course', label: { en: 'Course', id: 'Kursus' }, relationTo: 'courses' }),
    ...givenState(ENROLLMENT_STATUSES, ENROLLMENT_STATUS_LABELS, 'ACTIVE'),
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
