import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { shownTo } from '@/lib/panel/shownTo'
import { refuseBadText } from '@/lib/refuseBadText'

import { news as access } from '../access'
import { previewPath } from '../constants'
import { searchEndpoint } from '../endpoints/search'
import { badText } from '../errors'
import { setAuthor } from '../hooks/setAuthor'
import { setPublishedAt } from '../hooks/setPublishedAt'
import type { NewsOptions } from '../index'
import { lockSlugs } from '../slugs.sql'
import { byline } from './byline'
import { form } from './form'
import { NEWS_GROUP } from './group'
import { reviewed } from './related'

/** Nobody has the address of what was never published: it follows the title. */
const isUnpublished = (doc: Record<string, unknown>): boolean =>
  doc._status !== 'published' && !doc.publishedAt

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
    livePreview: { url: ({ data }) => previewPath(data) },
    preview: previewPath,
  },
  access,
  defaultSort: '-publishedAt',
  trash: true,
  versions: { drafts: { autosave: true, schedulePublish: true }, maxPerDoc: 50 },
  endpoints: [searchEndpoint(options)],
  fields: [
    form(options),
    { name: 'slug', type: 'text', unique: true, index: true, admin: { position: 'sidebar' } },
    {
      name: 'categories',
      type: 'relationship',
      label: { en: 'Categories', id: 'Kategori' },
      relationTo: 'categories',
      hasMany: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    ...byline,
    ...reviewed(options),
  ],
  hooks: {
    beforeOperation: [refuseBadText('content', badText)],
    beforeValidate: [
      deriveSlug('news', 'title', { followsWhile: isUnpublished, queue: lockSlugs }),
    ],
    beforeChange: [setAuthor, setPublishedAt],
  },
})
