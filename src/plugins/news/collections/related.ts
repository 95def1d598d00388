import type { CollectionSlug, Field } from 'payload'

import type { Said } from '@/lib/panel/said'

import type { NewsOptions } from '../index'

const relatedTo = (name: string, relationTo: CollectionSlug, label: Said): Field => ({
  name,
  type: 'relationship',
  label,
  relationTo,
  hasMany: true,
})

/** What an article is about beside its text, of the domains that are there. */
export const related = ({ targets }: NewsOptions): Field[] => [
  ...(targets.obat
    ? [relatedTo('relatedObat', 'obat', { en: 'Related medicine', id: 'Obat terkait' })]
    : []),
  ...(targets.courses
    ? [relatedTo('relatedCourses', 'courses', { en: 'Related courses', id: 'Kursus terkait' })]
    : []),
  ...(targets.doctors
    ? [relatedTo('relatedDoctors', 'doctors', { en: 'Related doctors', id: 'Dokter terkait' })]
    : []),
]

/** Which doctor stands for what an article says, and since when. */
export const reviewed = ({ targets }: NewsOptions): Field[] => [
  ...(targets.doctors
    ? [
        {
          name: 'reviewer',
          type: 'relationship' as const,
          label: { en: 'Medical reviewer', id: 'Peninjau medis' },
          relationTo: 'doctors' as const,
          admin: { position: 'sidebar' as const },
        },
      ]
    : []),
  {
    name: 'reviewedAt',
    type: 'date',
    label: { en: 'Reviewed on', id: 'Ditinjau pada' },
    admin: { position: 'sidebar' },
  },
]
