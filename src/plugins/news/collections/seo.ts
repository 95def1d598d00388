import type { seoPlugin } from '@payloadcms/plugin-seo'
import type { Field } from 'payload'

import type { Said } from '@/lib/panel/said'
import type { News } from '@/payload-types'

import { newsPath } from '../constants'
import type { NewsOptions } from '../index'

type Settings = Parameters<typeof seoPlugin>[0]
type Asked = { doc?: Partial<News> | null }

const LABELS: Record<string, Said> = {
  overview: { en: 'Overview', id: 'Ikhtisar' },
  title: { en: 'Title', id: 'Judul' },
  description: { en: 'Description', id: 'Deskripsi' },
  image: { en: 'Picture', id: 'Gambar' },
  preview: { en: 'Preview', id: 'Pratinjau' },
}
const MAX_LENGTHS: Record<string, number> = { title: 200, description: 500 }

const IMAGE_HINT = {
  en: 'Shown where the article is shared. Best 1200 × 630.',
  id: 'Tampil saat artikel dibagikan. Sebaiknya 1200 × 630.',
}

const fitted = (field: Field): Field => {
  if (!('name' in field)) return field
  const { name } = field
  return {
    ...field,
    label: LABELS[name],
    ...(MAX_LENGTHS[name] ? { maxLength: MAX_LENGTHS[name] } : {}),
    ...(name === 'image' ? { admin: { ...field.admin, description: IMAGE_HINT } } : {}),
  } as Field
}

/** What search engines and messengers show of an article; made of its own texts on demand. */
export const seo = ({ serverUrl }: NewsOptions): Settings => ({
  collections: ['news'],
  uploadsCollection: 'media',
  tabbedUI: true,
  fields: ({ defaultFields }) => defaultFields.map(fitted),
  generateTitle: ({ doc }: Asked) => doc?.title ?? '',
  generateDescription: ({ doc }: Asked) => doc?.excerpt ?? '',
  generateImage: ({ doc }: Asked) => {
    const cover = doc?.cover
    return (typeof cover === 'object' ? cover?.id : cover) ?? ''
  },
  generateURL: ({ doc }: Asked) => `${serverUrl}${newsPath(doc?.slug ?? '')}`,
})
