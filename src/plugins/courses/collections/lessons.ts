import type { ArrayField } from 'payload'

import { readLesson } from '../access'
import { LESSON_KINDS } from '../constants'
import { LESSON_KIND_LABELS } from '../words'

/** The lessons of a course, in order. */
export const lessons: ArrayField = {
  name: 'lessons',
  type: 'array',
  label: { en: 'Lessons', id: 'Pelajaran' },
  labels: {
    singular: { en: 'Lesson', id: 'Pelajaran' },
    plural: { en: 'Lessons', id: 'Pelajaran' },
  },
  maxRows: 500,
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', id: 'Judul' },
      required: true,
      maxLength: 200,
    },
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Kind', id: 'Jenis' },
      required: true,
      defaultValue: 'text',
      options: LESSON_KINDS.map((value) => ({ value, label: LESSON_KIND_LABELS[value] })),
    },
    {
      name: 'preview',
      type: 'checkbox',
      label: { en: 'Free preview', id: 'Pratinjau gratis' },
      defaultValue: false,
    },
    {
      name: 'content',
      type: 'textarea',
      label: { en: 'Text, or address of the video', id: 'Teks, atau alamat video' },
      maxLength: 50_000,
      access: { read: readLesson },
    },
    {
      name: 'file',
      type: 'upload',
      label: { en: 'File', id: 'File' },
      relationTo: 'lesson-files',
      access: { read: readLesson },
      admin: { condition: (_data, siblingData) => siblingData?.kind === 'file' },
    },
  ],
}
