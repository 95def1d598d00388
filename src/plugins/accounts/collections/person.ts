import type { Field } from 'payload'

import { readDetails } from '../access'

/** Who somebody is; and how they are reached, for the desk and for themselves. */
export const person: Field[] = [
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', id: 'Nama' },
    required: true,
    maxLength: 255,
  },
  // Payload's own field: it merges the rest.
  { name: 'email', type: 'email', required: true, access: { read: readDetails } },
  {
    name: 'phone',
    type: 'text',
    label: { en: 'Phone', id: 'Telepon' },
    maxLength: 32,
    access: { read: readDetails },
  },
  {
    name: 'address',
    type: 'textarea',
    label: { en: 'Address', id: 'Alamat' },
    maxLength: 1000,
    access: { read: readDetails },
  },
]
