import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { shownTo } from '@/lib/panel/shownTo'

import { news as access } from '../access'
import { EXCERPT_MAX, SOURCES_MAX, TITLE_MAX } from '../constants'
import type { NewsOptions } from '../index'
import { NEWS_GROUP } from './group'
import { related, reviewer } from './related'

/** Articles, as editors write and schedule them. */
export const news = (options: NewsOptions): CollectionConfig => ({
  slug: 'news',
  labels: { singular: { en: 'Article', id: 'Artikel' }, plural: { en: 'News', id: 'Berita' } },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'categories', '_status', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['title', 'excerpt', 'slug'],
    group: NEWS_GROUP,
    description: {
      en: 'Articles. Readers see what is published.',
      id: 'Artikel. Pembaca melihat yang sudah diterbitkan.',
    },
    hidden: shownTo('admin', 'editor', 'doctor', 'cashier'),
  },
  access,
  defaultSort: '-publishedAt',
  trash: true,
  versions: { drafts: { autosave: true, schedulePublish: true }, maxPerDoc: 50 },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', id: 'Judul' },
      required: true,
      maxLength: TITLE_MAX,
    },
    { name: 'slug', type: 'text', unique: true, index: true, admin: { position: 'sidebar' } },
    {
      name: 'excerpt',
      type: 'textarea',
      label: { en: 'Excerpt', id: 'Ringkasan' },
      maxLength: EXCERPT_MAX,
    },
    { name: 'content', type: 'richText', label: { en: 'Text', id: 'Isi' } },
    {
      name: 'cover',
      type: 'upload',
      label: { en: 'Cover', id: 'Sampul' },
      relationTo: 'media',
    },
    {
      name: 'categories',
      type: 'relationship',
      label: { en: 'Categories', id: 'Kategori' },
      relationTo: 'categories',
      hasMany: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Author', id: 'Penulis' },
      relationTo: 'users',
      filterOptions: { role: { not_equals: 'patient' } },
      admin: { position: 'sidebar' },
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
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    ...(options.targets.doctors ? [reviewer] : []),
    {
      name: 'reviewedAt',
      type: 'date',
      label: { en: 'Reviewed on', id: 'Ditinjau pada' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'sources',
      type: 'array',
      label: { en: 'Sources', id: 'Sumber' },
      labels: { singular: { en: 'Source', id: 'Sumber' }, plural: { en: 'Sources', id: 'Sumber' } },
      maxRows: SOURCES_MAX,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'title',
              type: 'text',
              label: { en: 'Title', id: 'Judul' },
              required: true,
              maxLength: TITLE_MAX,
            },
            {
              name: 'url',
              type: 'text',
              label: { en: 'Address', id: 'Alamat' },
              maxLength: 2_000,
            },
          ],
        },
      ],
    },
    ...related(options),
  ],
  hooks: { beforeValidate: [deriveSlug('news', 'title')] },
})
