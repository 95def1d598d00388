import type { Field } from 'payload'

import { uuidField } from '@/lib/uuid'

/** What courses and agendas say of themselves. */
export const offeredFields: Field[] = [
  uuidField,
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', id: 'Judul' },
    required: true,
    maxLength: 200,
  },
  { name: 'slug', type: 'text', unique: true, index: true, admin: { position: 'sidebar' } },
  {
    name: 'description',
    type: 'textarea',
    label: { en: 'Description', id: 'Keterangan' },
    maxLength: 10_000,
  },
  {
    name: 'thumbnail',
    type: 'upload',
    label: { en: 'Picture', id: 'Gambar' },
    relationTo: 'media',
  },
]
