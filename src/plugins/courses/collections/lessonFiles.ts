import type { CollectionConfig } from 'payload'

import { privateUpload } from '@/lib/privateUpload'

import { lessonFiles as access } from '../access'
import type { CoursesOptions } from '../index'
import { COURSES_GROUP } from './group'

/** Files of lessons: private, for those who may read the lesson. */
export const lessonFiles = ({ lessonFilesDir }: CoursesOptions): CollectionConfig => ({
  slug: 'lesson-files',
  labels: {
    singular: { en: 'Lesson file', id: 'File pelajaran' },
    plural: { en: 'Lesson files', id: 'File pelajaran' },
  },
  admin: {
    group: COURSES_GROUP,
    hidden: true,
    defaultColumns: ['filename', 'createdAt'],
    description: {
      en: 'Files of lessons, for those who may read the lesson.',
      id: 'File pelajaran, untuk yang boleh membaca pelajarannya.',
    },
  },
  access,
  disableDuplicate: true,
  versions: false,
  upload: {
    ...privateUpload,
    staticDir: lessonFilesDir,
    mimeTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'video/mp4'],
  },
  fields: [],
})
