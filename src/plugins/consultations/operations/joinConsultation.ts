import { enterRoom, shout, usersIn } from '@/plugins/realtime'
import type { SocketCaller } from '@/plugins/realtime'

import { consultationRoom, JOIN_MESSAGES_MAX, JOIN_NEWEST, SERVER_EVENTS } from '../constants'
import type { MessageRow, Participant, RoomRow } from '../messages.sql'
import { findMessages } from '../messages.sql'
import { participantOf } from '../presentMessage'
import { chatOf } from './chatOf'
import type { Joined } from './joined'
import { joinedBy } from './joined'
import { leaveConsultation } from './leaveConsultation'
import { roomFor } from './roomFor'

export type JoinedRoom = {
  room: RoomRow
  online: Participant[]
  rows: MessageRow[]
  hasMore: boolean
}

/** One more than is shown says that there are more. */
const readMissed = async (
  { payload }: SocketCaller,
  consultation: number,
  after: number | null,
): Promise<Pick<JoinedRoom, 'rows' | 'hasMore'>> => {
  const limit = after === null ? JOIN_NEWEST : JOIN_MESSAGES_MAX
  const section = { after: after ?? undefined, limit: limit + 1 }
  const rows = await findMessages({ payload }, consultation, section)
  const hasMore = rows.length > limit
  if (hasMore) rows.splice(after === null ? 0 : -1, 1)
  return { rows, hasMore }
}

const tellOthers = async (
  caller: SocketCaller,
  { id }: RoomRow,
  me: Participant,
): Promise<void> => {
  const name = consultationRoom(id)
  const { isFirst } = await enterRoom(caller, name)
  if (!isFirst) return
  const data = { consultation_id: id, user: me }
  shout(caller.payload, name, SERVER_EVENTS.joined, data, caller.socket)
}

/**
 * Lets a socket into a room. It is in the room before what it has missed is read, and what arrives
 * until it is answered waits: so nothing falls between what was read and what is heard, and nothing
 * comes twice. A consultation that is over is joined to be read.
 * @param after the last `seq` that the client has; null: the newest messages will do
 * @throws {ApiError} 404, 403
 */
export const joinConsultation = async (
  caller: SocketCaller,
  consultation: number,
  after: number | null,
): Promise<JoinedRoom> => {
  const { payload, socket, user } = caller
  const { room, me } = await roomFor(payload, user.id, consultation)
  const known = joinedBy(socket).get(room.id)
  const typing = known?.typing ?? null
  const joined: Joined = { me, sent: 0, newest: room.last_seq, isReady: false, typing }
  joinedBy(socket).set(room.id, joined)
  try {
    await socket.join(consultationRoom(room.id))
    await tellOthers(caller, room, me)
    const users = await usersIn(payload, consultationRoom(room.id))
    const online = users.flatMap((id) => participantOf(room, id) ?? [])
    const { rows, hasMore } = await readMissed(caller, room.id, after)
    joined.sent = rows.at(-1)?.seq ?? Math.min(after ?? 0, room.last_seq)
    const { delivery, marks } = chatOf(payload)
    marks.note('delivered', {
      ...{ consultation: room.id, user: user.id },
      ...{ first: after === null ? (rows[0]?.seq ?? 1) : 1, last: joined.sent },
    })
    // The acknowledgement goes out in this turn of the event loop; what comes after it, after it.
    setImmediate(() => delivery.release(room.id, joined))
    return { room, online, rows, hasMore }
  } catch (error) {
    await leaveConsultation(caller, room.id).catch(() => undefined)
    throw error
  }
}
