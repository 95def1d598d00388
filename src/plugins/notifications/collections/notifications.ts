import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { serverText } from '@/lib/fields'

import { notifications as access } from '../access'

/** A user's inbox: what happened, told once. All that its reader may change is `readAt`. */
export const notifications: CollectionConfig = {
  slug: 'notifications',
  labels: {
    singular: { en: 'Notification', id: 'Notifikasi' },
    plural: { en: 'Notifications', id: 'Notifikasi' },
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['createdAt', 'title', 'body', 'readAt'],
    description: { en: 'What happened, told to you.', id: 'Apa yang terjadi, untuk Anda.' },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      access: serverOnly,
      admin: { hidden: true },
    },
    { name: 'kind', type: 'text', required: true, access: serverOnly, admin: { hidden: true } },
    serverText('title', { en: 'Title', id: 'Judul' }),
    serverText('body', { en: 'Message', id: 'Pesan' }),
    /** Ids of what it is about, for clients: `{"transaction": "…"}`. */
    { name: 'data', type: 'json', access: serverOnly, admin: { hidden: true } },
    /** What happened, in a word of its own: the same thing is told once. */
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      access: { ...serverOnly, read: () => false },
      admin: { hidden: true },
    },
    { name: 'readAt', type: 'date', label: { en: 'Read at', id: 'Dibaca pada' }, index: true },
  ],
}
