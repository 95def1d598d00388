import type { CollectionConfig, GlobalConfig } from 'payload'

import { nobody, own, roles } from '@/access'

/** Talks that a user agreed to keep: theirs alone, to read and to delete. */
export const conversations: NonNullable<CollectionConfig['access']> = {
  read: own('user'),
  create: nobody,
  update: nobody,
  delete: own('user'),
  unlock: nobody,
}

export const assistant: NonNullable<GlobalConfig['access']> = {
  read: roles('admin'),
  update: roles('admin'),
}
