import type { Payload } from 'payload'

import { consultationNotFound, notParticipant } from '../chatErrors'
import type { Participant, RoomRow } from '../messages.sql'
import { findRoom } from '../messages.sql'
import { participantOf } from '../presentMessage'

/** A consultation, for one of the two who talk. @throws {ApiError} 404, 403 */
export const roomFor = async (
  payload: Payload,
  user: number,
  id: number | null,
): Promise<{ room: RoomRow; me: Participant; other: Participant }> => {
  const room = id === null ? null : await findRoom({ payload }, id)
  if (!room) throw consultationNotFound()
  const me = participantOf(room, user)
  if (!me) throw notParticipant()
  return { room, me, other: me === room.patient ? room.doctor : room.patient }
}
