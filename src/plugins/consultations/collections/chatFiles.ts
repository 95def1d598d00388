import type { CollectionConfig } from 'payload'

import { privateUpload, uploadedBy } from '@/lib/privateUpload'

import { chatFiles as access } from '../access'
import { admitChatFile } from '../hooks/admitChatFile'
import { reencodeChatFile } from '../hooks/reencodeChatFile'
import { stampUploader } from '../hooks/stampUploader'
import type { ConsultationsOptions } from '../index'
import { CHAT_FILE_TYPES } from '../operations/makeChatFile'
import { CONSULTATIONS_GROUP } from './group'

/** Pictures and documents of a chat: private, for its two participants. */
export const chatFiles = (options: ConsultationsOptions): CollectionConfig => ({
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
    staticDir: options.chatFilesDir,
    mimeTypes: CHAT_FILE_TYPES,
    modifyResponseHeaders: ({ headers }) => {
      privateUpload.modifyResponseHeaders?.({ headers })
      // What is no picture of our own making is never opened in a page of ours.
      const isPicture = headers.get('Content-Type')?.startsWith('image/') ?? false
      headers.set('Content-Disposition', isPicture ? 'inline' : 'attachment')
      return headers
    },
  },
  fields: [
    {
      name: 'consultation',
      type: 'relationship',
      label: { en: 'Consultation', id: 'Konsultasi' },
      relationTo: 'consultations',
      required: true,
      index: true,
      // admitChatFile looks it up, and says what is wrong with it.
      validate: () => true as const,
    },
    uploadedBy,
  ],
  hooks: {
    beforeOperation: [admitChatFile(options), reencodeChatFile],
    beforeChange: [stampUploader],
  },
})
