import { shout } from '@/plugins/realtime'
import type { SocketCaller } from '@/plugins/realtime'

import { consultationRoom, SERVER_EVENTS, TYPING_MS } from '../constants'
import type { Joined } from './joined'
import { joinedBy } from './joined'

const tell = ({ payload, socket }: SocketCaller, id: number, event: string, { me }: Joined) =>
  shout(payload, consultationRoom(id), event, { consultation_id: id, user: me }, socket)

/** Somebody does not type any more, on this socket: they said so, sent, left, or the time is over. */
export const stopTyping = (caller: SocketCaller, consultation: number): void => {
  const joined = joinedBy(caller.socket).get(consultation)
  if (!joined?.typing) return
  clearTimeout(joined.typing)
  joined.typing = null
  tell(caller, consultation, SERVER_EVENTS.typingStop, joined)
}

/** Somebody types; said again, it goes on. */
export const startTyping = (caller: SocketCaller, consultation: number, joined: Joined): void => {
  if (joined.typing) clearTimeout(joined.typing)
  joined.typing = setTimeout(() => stopTyping(caller, consultation), TYPING_MS)
  joined.typing.unref()
  tell(caller, consultation, SERVER_EVENTS.typingStart, joined)
}
