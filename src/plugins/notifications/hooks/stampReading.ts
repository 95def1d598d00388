import type { CollectionBeforeChangeHook } from 'payload'

import type { Notification } from '@/payload-types'

/** Whatever moment a reader sends, it was read now; once read it stays so until it is marked unread. */
export const stampReading: CollectionBeforeChangeHook<Notification> = ({
  data,
  operation,
  originalDoc,
}) => {
  if (operation !== 'update' || !data.readAt) return data
  // Validation comes after this hook: what is no moment is left for it to refuse.
  if (Number.isNaN(Date.parse(data.readAt))) return data
  return { ...data, readAt: originalDoc?.readAt ?? new Date().toISOString() }
}
