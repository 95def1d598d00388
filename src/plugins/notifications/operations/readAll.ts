import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import { unauthenticated } from '@/lib/refusals'
import { tell, userRoom } from '@/plugins/realtime'

import { NOTIFICATIONS_READ } from '../constants'
import { markAllRead } from '../sql'

/**
 * Marks everything in the signed-in user's inbox as read.
 * @returns how many entries were unread
 * @throws {ApiError} 401
 */
export const readAll = async (req: PayloadRequest): Promise<number> => {
  const { user } = req
  if (!user) throw unauthenticated()
  return withTransaction(req, async () => {
    const read = await markAllRead(req, user.id)
    if (read > 0) await tell(req, userRoom(user.id), NOTIFICATIONS_READ, {})
    return read
  })
}
