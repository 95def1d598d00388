import type { CollectionConfig } from 'payload'

import { nobody, own } from '@/access'

/** "Who may do what" (docs: architecture): everybody reads and marks their own. */
export const notifications: NonNullable<CollectionConfig['access']> = {
  read: own('user'),
  create: nobody,
  update: own('user'),
  delete: nobody,
  unlock: nobody,
}
