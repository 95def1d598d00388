import type { Config, Payload } from 'payload'

import { hasRole } from '@/access'
import { forbidden } from '@/lib/refusals'
import type { SocketCaller, SocketEvent } from '@/plugins/realtime'
import { withInstanceListener, withPresence, withSocketEvents } from '@/plugins/realtime'

import { notJoined } from './chatErrors'
import { joining, newMessage, ofRoom, reading } from './chatSchemas'
import { CLIENT_EVENTS } from './constants'
import type { MarksNotice } from './operations/chatOf'
import { chatOf, hearMarks, MARKS_NOTICE } from './operations/chatOf'
import type { MessageNotice } from './operations/delivery'
import { MESSAGE_NOTICE } from './operations/delivery'
import { joinConsultation } from './operations/joinConsultation'
import { joinedBy } from './operations/joined'
import { forgetRooms, leaveConsultation } from './operations/leaveConsultation'
import { markRead } from './operations/markRead'
import { sendMessage } from './operations/sendMessage'
import { tellLeft, tellPresence } from './operations/tellPresence'
import { startTyping, stopTyping } from './operations/typing'
import { presentMessage, presentStatus } from './presentMessage'
import { toldEvents } from './toldEvents'

/** Whoever talks is a patient or a doctor; of which consultation, each event asks. */
const ofTalkers = <Data>({ handle, ...event }: SocketEvent<Data>): SocketEvent<Data> => ({
  ...event,
  handle: async (caller, data) => {
    if (!hasRole(caller, 'patient', 'doctor')) throw forbidden()
    return handle(caller, data)
  },
})

const joinedOrRefused = ({ socket }: SocketCaller, consultation: number) => {
  const joined = joinedBy(socket).get(consultation)
  if (!joined) throw notJoined()
  return joined
}

const join = ofTalkers({
  name: CLIENT_EVENTS.join,
  description:
    'Comes into a room; answers its state, `participants` online, and `messages` after `after` (`has_more` where there are many).',
  schema: joining,
  handle: async (caller, { consultation_id: id, after }) => {
    const { room, online, rows, hasMore } = await joinConsultation(caller, id, after ?? null)
    const messages = rows.map((row) => presentMessage(caller.payload, row))
    return { ...presentStatus(room), participants: online, messages, has_more: hasMore }
  },
})

const leave = ofTalkers({
  name: CLIENT_EVENTS.leave,
  description: 'Leaves the room.',
  schema: ofRoom,
  handle: async (caller, { consultation_id: id }) => {
    joinedOrRefused(caller, id)
    await leaveConsultation(caller, id)
    return {}
  },
})

const typingStart = ofTalkers({
  name: CLIENT_EVENTS.typingStart,
  description: 'Types, for 5 s or until it is said otherwise.',
  schema: ofRoom,
  handle: async (caller, { consultation_id: id }) => {
    startTyping(caller, id, joinedOrRefused(caller, id))
    return {}
  },
})

const typingStop = ofTalkers({
  name: CLIENT_EVENTS.typingStop,
  description: 'Types no longer.',
  schema: ofRoom,
  handle: async (caller, { consultation_id: id }) => {
    joinedOrRefused(caller, id)
    stopTyping(caller, id)
    return {}
  },
})

/** Its acknowledgement says that the message is stored; a socket in the room has all up to it by then. */
const send = ofTalkers({
  name: CLIENT_EVENTS.send,
  description:
    'Says something, as `POST /api/chats/messages`; answers `data`, the message, once it is stored.',
  schema: newMessage,
  cost: 'message',
  handle: async (caller, message) => {
    const { payload, socket, user } = caller
    const { row, isNew } = await sendMessage(payload, user.id, message)
    const { delivery } = chatOf(payload)
    stopTyping(caller, row.consultation_id)
    if (isNew) delivery.deliver(row)
    await delivery.reach(socket, row.consultation_id, row.seq)
    return { data: presentMessage(payload, row) }
  },
})

const read = ofTalkers({
  name: CLIENT_EVENTS.read,
  description: 'Has read the messages up to `seq`.',
  schema: reading,
  // It waits for the batch that it is written in.
  isIndependent: true,
  handle: async ({ payload, socket, user }, { consultation_id: id, seq }) => {
    const joined = joinedBy(socket).get(id)
    // One that comes in (again) may have more than it was sent so far.
    if (!joined?.isReady) return markRead(payload, user.id, id, seq)
    const last = Math.min(seq, joined.sent)
    await chatOf(payload).marks.set('read', { consultation: id, user: user.id, first: 1, last })
    return { consultation_id: id, seq: last }
  },
})

const events = [join, leave, typingStart, typingStop, send, read]

/** The sockets' part of contract consultation.md. */
export const withChatSockets = (config: Config): Config => {
  const withEvents = withSocketEvents(config, {
    events,
    told: toldEvents,
    onLeaving: forgetRooms,
  })
  const withNotices = withInstanceListener(withEvents, MESSAGE_NOTICE, (payload, notice) =>
    chatOf(payload).delivery.hearStored(notice as MessageNotice),
  )
  const withMarks = withInstanceListener(withNotices, MARKS_NOTICE, (payload, notice) =>
    hearMarks(payload, notice as MarksNotice),
  )
  return withPresence(withMarks, {
    onLeft: tellLeft,
    onOnline: async (payload: Payload, user) => tellPresence(payload, user, true),
    onOffline: async (payload: Payload, user) => tellPresence(payload, user, false),
  })
}
