import type { CollectionAfterChangeHook } from 'payload'

import { tell, userRoom } from '@/plugins/realtime'
import type { Notification } from '@/payload-types'

import { NOTIFICATIONS_READ } from '../constants'

/** What is read on one device is read on the others too. */
export const tellReader: CollectionAfterChangeHook<Notification> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || Boolean(doc.readAt) === Boolean(previousDoc.readAt)) return doc
  const user = typeof doc.user === 'object' ? doc.user.id : doc.user
  await tell(req, userRoom(user), NOTIFICATIONS_READ, { id: doc.id })
  return doc
}
