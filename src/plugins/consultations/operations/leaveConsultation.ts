import { leaveRoom, shout } from '@/plugins/realtime'
import type { SocketCaller } from '@/plugins/realtime'

import { consultationRoom, SERVER_EVENTS } from '../constants'
import { joinedBy } from './joined'
import { stopTyping } from './typing'

/** Takes a socket out of a room; the others hear of it when it was the user's last one there. */
export const leaveConsultation = async (
  caller: SocketCaller,
  consultation: number,
): Promise<void> => {
  const { payload, socket } = caller
  const joined = joinedBy(socket).get(consultation)
  if (!joined) return
  stopTyping(caller, consultation)
  joinedBy(socket).delete(consultation)
  const name = consultationRoom(consultation)
  await socket.leave(name)
  const { isLast } = await leaveRoom(caller, name)
  const data = { consultation_id: consultation, user: joined.me }
  if (isLast) shout(payload, name, SERVER_EVENTS.left, data)
}

/** A socket has gone: who it was typing to hears so. That it left is told by presence. */
export const forgetRooms = async (caller: SocketCaller): Promise<void> => {
  const rooms = joinedBy(caller.socket)
  for (const consultation of rooms.keys()) {
    stopTyping(caller, consultation)
    await caller.socket.leave(consultationRoom(consultation))
  }
  rooms.clear()
}
