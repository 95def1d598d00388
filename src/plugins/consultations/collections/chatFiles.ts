import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { privateUpload } from '@/lib/privateUpload'

import { chatFiles as access } from '../access'
import type { ConsultationsOptions } from '../index'
import { CONSULTATIONS_GROUP } from './group'

/** Pictures and documents of a chat: private, for its two participants. */
export const chatFiles = ({ chatFilesDir }: ConsultationsOptions): CollectionConfig => ({
  slug: 'chat-files',
  labels: {
    singular: { en: 'Chat file', id: 'File percakapan' },
    plural: { en: 'Chat files', id: 'File percakapan' },
  },
  admin: {
    group: CONSULTATIONS_GROUP,
    hidden: true,
    description: {
      en: 'Pictures and documents of chats, for the two who talk.',
      id: 'Gambar dan dokumen percakapan, untuk kedua pesertanya.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  upload: {
    ...privateUpload,
    staticDir: chatFilesDir,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
  },
  fields: [
    {
      name: 'consultation',
      type: 'relationship',
      label: { en: 'Consultation', id: 'Konsultasi' },
      relationTo: 'consultations',
      required: true,
      index: true,
    },
    {
      name: 'uploadedBy',
      type: 'relationship',
      label: { en: 'Sent by', id: 'Dikirim oleh' },
      relationTo: 'users',
      access: serverOnly,
      admin: { readOnly: true },
    },
  ],
})
