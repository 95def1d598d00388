import type { CollectionConfig } from 'payload'

import { anyone, roles } from '@/access'
import { shownTo } from '@/lib/panel/shownTo'

import { refuseAbsentFile } from '../absentFile'

/** Pictures and files that are public: whatever lies here can be read by anybody who knows its name. */
export const media = (staticDir: string): CollectionConfig => ({
  slug: 'media',
  labels: {
    singular: { en: 'Picture', id: 'Gambar' },
    plural: { en: 'Pictures', id: 'Gambar' },
  },
  admin: {
    group: { en: 'Content', id: 'Konten' },
    // A cashier would have nothing to do with them.
    hidden: shownTo('admin', 'editor', 'doctor'),
    defaultColumns: ['filename', 'alt', 'mimeType', 'createdAt'],
    listSearchableFields: ['filename', 'alt'],
    description: {
      en: 'Pictures and files for everybody: whoever has the address of one can see it.',
      id: 'Gambar dan file untuk umum: siapa pun yang punya alamatnya dapat melihatnya.',
    },
  },
  access: {
    read: anyone,
    create: roles('admin', 'editor', 'cashier', 'doctor'),
    update: roles('admin', 'editor'),
    delete: roles('admin', 'editor'),
    unlock: () => false,
  },
  disableDuplicate: true,
  versions: false,
  upload: {
    staticDir,
    // No SVG: it can carry scripts. No URL upload: the server would fetch whatever it is told.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    pasteURL: false,
    imageSizes: [
      { name: 'thumbnail', width: 160, height: 160, fit: 'cover', formatOptions: { format: 'webp' } },
      { name: 'card', width: 480, height: 480, fit: 'inside', formatOptions: { format: 'webp' } },
      { name: 'large', width: 1280, fit: 'inside', formatOptions: { format: 'webp' } },
    ],
    adminThumbnail: 'thumbnail',
    handlers: [refuseAbsentFile],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Disposition', 'inline')
      headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
      return headers
    },
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: { en: 'Description', id: 'Keterangan' },
      maxLength: 255,
    },
  ],
})
