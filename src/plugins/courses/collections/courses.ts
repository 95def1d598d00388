import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { rupiah } from '@/lib/fields'
import { shownTo } from '@/lib/panel/shownTo'
import { setUuid } from '@/lib/uuid'

import { courses as access } from '../access'
import { courseHasHistory as refusal } from '../errors'
import { courseHasHistory } from '../history.sql'
import { keepWhatHasHistory } from '../hooks/keepWhatHasHistory'
import { selectPreview } from '../hooks/selectPreview'
import { COURSES_GROUP } from './group'
import { lessons } from './lessons'
import { offeredFields } from './offeredFields'

/** What is taught; its lessons are readable by the enrolled, previews by everybody. */
export const courses: CollectionConfig = {
  slug: 'courses',
  labels: { singular: { en: 'Course', id: 'Kursus' }, plural: { en: 'Courses', id: 'Kursus' } },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'instructor', 'price', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'instructor', 'slug'],
    group: COURSES_GROUP,
    description: {
      en: 'What is taught. Lessons are for the enrolled; previews are for everybody.',
      id: 'Materi belajar. Pelajaran untuk peserta; pratinjau untuk semua orang.',
    },
    hidden: shownTo('admin', 'cashier', 'editor', 'doctor'),
  },
  access,
  disableDuplicate: true,
  versions: { drafts: true, maxPerDoc: 50 },
  fields: [
    ...offeredFields,
    {
      name: 'instructor',
      type: 'text',
      label: { en: 'Instructor', id: 'Pengajar' },
      maxLength: 200,
    },
    rupiah('price', { en: 'Price (Rp)', id: 'Harga (Rp)' }),
    lessons,
  ],
  hooks: {
    beforeOperation: [selectPreview],
    beforeValidate: [setUuid, deriveSlug('courses', 'title')],
    beforeDelete: [keepWhatHasHistory(courseHasHistory, refusal)],
  },
}
