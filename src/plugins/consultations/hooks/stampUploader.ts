import type { CollectionBeforeChangeHook } from 'payload'

import type { ChatFile } from '@/payload-types'

/** A file is its sender's, who alone can send it. */
export const stampUploader: CollectionBeforeChangeHook<ChatFile> = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, uploadedBy: req.user?.id ?? null } : data
