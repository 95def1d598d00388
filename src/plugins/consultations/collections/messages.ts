import type { CollectionConfig } from 'payload'

import { serverDate } from '@/lib/fields'

import { messages as access } from '../access'
import { CLIENT_ID_MAX, CONTENT_MAX } from '../constants'
import { CONSULTATIONS_GROUP } from './group'

/**
 * What the two said. Written by `sendMessage` only; numbered and let in by the database, which keeps
 * them as they are: a message is never changed and never deleted.
 */
export const messages: CollectionConfig = {
  slug: 'messages',
  labels: {
    singular: { en: 'Message', id: 'Pesan' },
    plural: { en: 'Messages', id: 'Pesan' },
  },
  admin: {
    useAsTitle: 'id',
    group: CONSULTATIONS_GROUP,
    // Read in the chat's own room.
    hidden: true,
    description: {
      en: 'What patient and doctor said; for the two of them alone.',
      id: 'Percakapan pasien dan dokter; hanya untuk keduanya.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'consultation',
      type: 'relationship',
      label: { en: 'Consultation', id: 'Konsultasi' },
      relationTo: 'consultations',
      required: true,
      index: true,
    },
    { name: 'seq', type: 'number', label: { en: 'Number', id: 'Nomor' }, required: true },
    {
      name: 'sender',
      type: 'relationship',
      label: { en: 'Sender', id: 'Pengirim' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'content',
      type: 'textarea',
      label: { en: 'Content', id: 'Isi' },
      maxLength: CONTENT_MAX,
    },
    {
      name: 'attachment',
      type: 'relationship',
      label: { en: 'Attachment', id: 'Lampiran' },
      relationTo: 'chat-files',
    },
    {
      name: 'clientId',
      type: 'text',
      label: { en: "Sender's number", id: 'Nomor dari pengirim' },
      maxLength: CLIENT_ID_MAX,
    },
    serverDate('deliveredAt', { en: 'Delivered', id: 'Sampai' }),
    serverDate('readAt', { en: 'Read', id: 'Dibaca' }),
  ],
}
