import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { shownTo } from '@/lib/panel/shownTo'

import { obatCategories as access } from '../access'
import { PHARMACY_GROUP } from './group'

export const obatCategories: CollectionConfig = {
  slug: 'obat-categories',
  labels: {
    singular: { en: 'Medicine category', id: 'Kategori obat' },
    plural: { en: 'Medicine categories', id: 'Kategori obat' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'active'],
    group: PHARMACY_GROUP,
    hidden: shownTo('admin', 'cashier'),
    description: {
      en: 'Shelves of the shop; each medicine is in one.',
      id: 'Rak di toko; setiap obat berada di satu kategori.',
    },
  },
  access,
  versions: false,
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', id: 'Nama' },
      required: true,
      maxLength: 120,
    },
    {
      name: 'slug',
      type: 'text',
      unique: true,
      index: true,
      maxLength: 120,
      admin: {
        description: {
          en: 'Made from the name if left empty.',
          id: 'Kosongkan agar dibuat dari nama.',
        },
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      label: { en: 'Active', id: 'Aktif' },
      defaultValue: true,
      index: true,
    },
  ],
  hooks: { beforeValidate: [deriveSlug('obat-categories', 'name')] },
}
