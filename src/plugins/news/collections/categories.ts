import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { shownTo } from '@/lib/panel/shownTo'

import { categories as access } from '../access'
import { TITLE_MAX } from '../constants'
import { NEWS_GROUP } from './group'

/** What articles are about: nested, and ordered by hand. */
export const categories: CollectionConfig = {
  slug: 'categories',
  labels: {
    singular: { en: 'Category', id: 'Kategori' },
    plural: { en: 'Categories', id: 'Kategori' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'parent', 'slug'],
    group: NEWS_GROUP,
    description: {
      en: 'What articles are about. Drag them into the order that readers see.',
      id: 'Topik artikel. Seret untuk mengurutkan seperti yang dilihat pembaca.',
    },
    hidden: shownTo('admin', 'editor'),
  },
  access,
  orderable: true,
  disableDuplicate: true,
  versions: false,
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', id: 'Nama' },
      required: true,
      maxLength: TITLE_MAX,
    },
    { name: 'slug', type: 'text', unique: true, index: true, admin: { position: 'sidebar' } },
    {
      name: 'parent',
      type: 'relationship',
      label: { en: 'Part of', id: 'Bagian dari' },
      relationTo: 'categories',
      maxDepth: 1,
    },
  ],
  hooks: { beforeValidate: [deriveSlug('categories', 'name')] },
}
