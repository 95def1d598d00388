import type { Block, CollectionSlug } from 'payload'

import type { Said } from '@/lib/panel/said'

import type { NewsOptions } from '../index'

const card = (
  slug: string,
  labels: { singular: Said; plural: Said },
  [name, relationTo]: [string, CollectionSlug],
): Block => ({
  slug,
  labels,
  fields: [{ name, type: 'relationship', label: labels.singular, relationTo, required: true }],
})

const OBAT = {
  singular: { en: 'Medicine card', id: 'Kartu obat' },
  plural: { en: 'Medicine cards', id: 'Kartu obat' },
}
const COURSE = {
  singular: { en: 'Course card', id: 'Kartu kursus' },
  plural: { en: 'Course cards', id: 'Kartu kursus' },
}
const DOCTOR = {
  singular: { en: 'Doctor card', id: 'Kartu dokter' },
  plural: { en: 'Doctor cards', id: 'Kartu dokter' },
}

/** Cards that stand within an article's text, of the domains that are there. */
export const blocks = ({ targets }: NewsOptions): Block[] => [
  ...(targets.obat ? [card('obatCard', OBAT, ['obat', 'obat'])] : []),
  ...(targets.courses ? [card('courseCard', COURSE, ['course', 'courses'])] : []),
  ...(targets.doctors ? [card('doctorCard', DOCTOR, ['doctor', 'doctors'])] : []),
]
