import type { Field } from 'payload'

import { serverOnly } from '@/access'

/** What other domains' documents may say of the consultation that they come from; for the composition root. */
export const consultationRelations: Field[] = [
  {
    name: 'doctor',
    type: 'relationship',
    label: { en: 'Doctor', id: 'Dokter' },
    relationTo: 'doctors',
    index: true,
    access: serverOnly,
    admin: { readOnly: true },
  },
  {
    name: 'consultation',
    type: 'relationship',
    label: { en: 'Consultation', id: 'Konsultasi' },
    relationTo: 'consultations',
    index: true,
    access: serverOnly,
    admin: { readOnly: true },
  },
]
