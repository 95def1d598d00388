import type { Field } from 'payload'

import { chooseAuthor, readAuthor } from '../access'
import { TITLE_MAX } from '../constants'

/** Who wrote an article, and when it was published. */
export const byline: Field[] = [
  {
    name: 'author',
    type: 'relationship',
    label: { en: 'Author', id: 'Penulis' },
    relationTo: 'users',
    filterOptions: { role: { not_equals: 'patient' } },
    access: { create: chooseAuthor, read: readAuthor, update: chooseAuthor },
    admin: {
      position: 'sidebar',
      condition: (_data, _siblings, { user }) => user?.role === 'admin',
    },
  },
  {
    name: 'authorName',
    type: 'text',
    label: { en: "Author's name", id: 'Nama penulis' },
    maxLength: TITLE_MAX,
    admin: {
      position: 'sidebar',
      description: {
        en: 'As readers see it. Empty: the name of the login.',
        id: 'Seperti yang dilihat pembaca. Kosong: nama akun.',
      },
    },
  },
  {
    name: 'publishedAt',
    type: 'date',
    label: { en: 'Published', id: 'Terbit' },
    index: true,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: {
        en: 'Empty: when it is first published.',
        id: 'Kosong: saat pertama kali diterbitkan.',
      },
    },
  },
]
