import type { Payload } from 'payload'

import { chatOf } from './chatOf'
import { roomFor } from './roomFor'

/** Somebody has read all up to `seq`. Resolves when that is stored. @throws {ApiError} 404, 403 */
export const markRead = async (
  payload: Payload,
  user: number,
  id: number | null,
  seq: number,
): Promise<{ consultation_id: number; seq: number }> => {
  const { room } = await roomFor(payload, user, id)
  const last = Math.min(seq, room.last_seq)
  await chatOf(payload).marks.set('read', { consultation: room.id, user, first: 1, last })
  return { consultation_id: room.id, seq: last }
}
