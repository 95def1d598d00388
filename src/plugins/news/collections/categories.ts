import { createBreadcrumbsField } from '@payloadcms/plugin-nested-docs'
import type { CollectionConfig, Field } from 'payload'

import { serverOnly } from '@/access'
import { deriveSlug } from '@/lib/deriveSlug'
import { shownTo } from '@/lib/panel/shownTo'

import { openToRead as access } from '../access'
import { lockTree } from '../categories.sql'
import { TITLE_MAX } from '../constants'
import { keepOrder } from '../hooks/keepOrder'
import { keepUsedCategory } from '../hooks/keepUsedCategory'
import { refuseCategoryLoop } from '../hooks/refuseCategoryLoop'
import { NEWS_GROUP } from './group'

const LABELS: Record<string, { en: string; id: string }> = {
  url: { en: 'Address', id: 'Alamat' },
  label: { en: 'Name', id: 'Nama' },
}

const labelled = (field: Field): Field => {
  if (field.type === 'row') return { ...field, fields: field.fields.map(labelled) }
  return 'name' in field && LABELS[field.name]
    ? ({ ...field, label: LABELS[field.name] } as Field)
    : field
}

const crumbs = createBreadcrumbsField('categories', {
  label: { en: 'Path', id: 'Jalur' },
  labels: { singular: { en: 'Step', id: 'Langkah' }, plural: { en: 'Steps', id: 'Langkah' } },
  access: serverOnly,
  admin: { initCollapsed: true, condition: (data) => Boolean(data.parent) },
})

/** From the top to a category itself, made by the server whenever one of them changes. */
const breadcrumbs: Field =
  crumbs.type === 'array' ? { ...crumbs, fields: crumbs.fields.map(labelled) } : crumbs

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
      index: true,
      maxDepth: 1,
    },
    breadcrumbs,
  ],
  hooks: {
    beforeValidate: [
      deriveSlug('categories', 'name', { queue: lockTree }),
      keepOrder,
      refuseCategoryLoop,
    ],
    beforeDelete: [keepUsedCategory],
  },
}
