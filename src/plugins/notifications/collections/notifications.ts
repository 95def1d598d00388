import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'

import { notifications as access } from '../access'
import { inboxEndpoints } from '../endpoints/inbox'
import { stampReading } from '../hooks/stampReading'
import { tellReader } from '../hooks/tellReader'

const ADMIN = '@/plugins/notifications/admin'

/** A user's inbox: what happened, told once. All that its reader may change is `readAt`. */
export const notifications: CollectionConfig = {
  slug: 'notifications',
  labels: {
    singular: { en: 'Notification', id: 'Notifikasi' },
    plural: { en: 'Notifications', id: 'Notifikasi' },
  },
  admin: {
    useAsTitle: 'title',
    // The bell in the panel's header leads here.
    group: false,
    defaultColumns: ['createdAt', 'title', 'body', 'readAt'],
    description: { en: 'What happened, told to you.', id: 'Apa yang terjadi, untuk Anda.' },
    components: { beforeListTable: [`${ADMIN}/ReadAllButton#ReadAllButton`] },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
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
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', id: 'Judul' },
      access: serverOnly,
      admin: { readOnly: true, components: { Cell: `${ADMIN}/TitleCell#TitleCell` } },
    },
    {
      name: 'body',
      type: 'textarea',
      label: { en: 'Message', id: 'Pesan' },
      access: serverOnly,
      admin: { readOnly: true },
    },
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
    {
      name: 'readAt',
      type: 'date',
      label: { en: 'Read at', id: 'Dibaca pada' },
      index: true,
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        components: {
          Cell: '@/lib/panel/TimeCell#TimeCell',
          Field: `${ADMIN}/ReadField#ReadField`,
        },
      },
    },
  ],
  endpoints: inboxEndpoints,
  hooks: { beforeChange: [stampReading], afterChange: [tellReader] },
}
