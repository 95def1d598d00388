import type { Field, TabsField } from 'payload'

import { EXCERPT_MAX, TITLE_MAX } from '../constants'
import type { NewsOptions } from '../index'
import { editor } from './editor'
import { related } from './related'
import { sources } from './sources'

const written = (options: NewsOptions): Field[] => [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', id: 'Judul' },
    required: true,
    maxLength: TITLE_MAX,
  },
  {
    name: 'excerpt',
    type: 'textarea',
    label: { en: 'Excerpt', id: 'Ringkasan' },
    maxLength: EXCERPT_MAX,
  },
  {
    name: 'cover',
    type: 'upload',
    label: { en: 'Cover', id: 'Sampul' },
    relationTo: 'media',
  },
  {
    name: 'content',
    type: 'richText',
    label: { en: 'Text', id: 'Isi' },
    editor: editor(options),
  },
]

/** What editors write: the article, and what belongs to it. The SEO plugin adds a tab of its own. */
export const form = (options: NewsOptions): TabsField => ({
  type: 'tabs',
  tabs: [
    { label: { en: 'Article', id: 'Artikel' }, fields: written(options) },
    {
      label: { en: 'Sources and related', id: 'Sumber & terkait' },
      fields: [sources, ...related(options)],
    },
  ],
})
