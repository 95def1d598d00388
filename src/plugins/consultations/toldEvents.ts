import type { ToldEvent } from '@/plugins/realtime'

import { SERVER_EVENTS } from './constants'

const WHO = '`{consultation_id, user: {id, name, role}}`'

/** What clients hear of consultations, for the API reference. */
export const toldEvents: ToldEvent[] = [
  {
    name: SERVER_EVENTS.message,
    description: 'A message, as the API answers it; to everybody in the room, in order, once.',
  },
  {
    name: SERVER_EVENTS.waiting,
    description:
      '`{consultation_id, seq}`: something to read, for sockets that are not in the room.',
  },
  { name: SERVER_EVENTS.joined, description: `${WHO}: came into the room.` },
  { name: SERVER_EVENTS.left, description: `${WHO}: left it, with their last socket.` },
  { name: SERVER_EVENTS.typingStart, description: `${WHO}: types.` },
  { name: SERVER_EVENTS.typingStop, description: `${WHO}: no longer types; by itself after 5 s.` },
  {
    name: SERVER_EVENTS.delivered,
    description:
      '`{consultation_id, user_id, seq, at}`: the other one has the messages up to `seq`.',
  },
  {
    name: SERVER_EVENTS.read,
    description: '`{consultation_id, user_id, seq, at}`: has read the messages up to `seq`.',
  },
  {
    name: SERVER_EVENTS.status,
    description:
      '`{consultation_id, status, started_at, expires_at, ended_at}`: how it stands now.',
  },
  {
    name: SERVER_EVENTS.expiring,
    description: '`{consultation_id, …}`: it ends in five minutes; told once.',
  },
  {
    name: SERVER_EVENTS.opened,
    description: '`{consultation_id}`: to its doctor, when it was paid for.',
  },
  {
    name: SERVER_EVENTS.presence,
    description:
      '`{consultation_id, user: {id, name, role}, online}`: the other one came online, or went.',
  },
]
