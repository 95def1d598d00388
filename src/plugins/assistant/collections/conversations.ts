import type { CollectionConfig } from 'payload'

import { setUuid, uuidField } from '@/lib/uuid'

import { conversations as access } from '../access'
import { TALK_ID_MAX, TITLE_MAX } from '../constants'
import { ASSISTANT_GROUP } from './group'

/** Talks with the assistant, kept where the user agreed to it, for that user alone. */
export const conversations: CollectionConfig = {
  slug: 'assistant-conversations',
  labels: {
    singular: { en: 'Talk with the assistant', id: 'Percakapan asisten' },
    plural: { en: 'Talks with the assistant', id: 'Percakapan asisten' },
  },
  admin: {
    useAsTitle: 'title',
    group: ASSISTANT_GROUP,
    hidden: true,
    description: {
      en: 'Kept where the user agreed to it, for that user alone.',
      id: 'Disimpan bila pengguna setuju, hanya untuk pengguna itu.',
    },
  },
  access,
  defaultSort: '-updatedAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  // One talk is kept once, however often it goes on.
  indexes: [{ fields: ['user', 'clientId'], unique: true }],
  fields: [
    uuidField,
    {
      name: 'user',
      type: 'relationship',
      label: { en: 'User', id: 'Pengguna' },
      relationTo: 'users',
      required: true,
      index: true,
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', id: 'Judul' },
      required: true,
      maxLength: TITLE_MAX,
    },
    /** By which a client knows the talk before it is kept: the SDK's own id. */
    {
      name: 'clientId',
      type: 'text',
      maxLength: TALK_ID_MAX,
      admin: { hidden: true },
    },
    {
      name: 'messages',
      type: 'json',
      label: { en: 'Messages', id: 'Pesan' },
      required: true,
    },
  ],
  hooks: { beforeValidate: [setUuid] },
}
