import type { Payload } from 'payload'

import { shout, userRoom } from '@/plugins/realtime'

import { consultationOf, SERVER_EVENTS } from '../constants'
import { findOpenRooms, findRoom } from '../messages.sql'
import { participantOf } from '../presentMessage'

/** Somebody has left a room without saying so. */
export const tellLeft = async (payload: Payload, name: string, user: number): Promise<void> => {
  const id = consultationOf(name)
  const room = id === null ? null : await findRoom({ payload }, id)
  const who = room && participantOf(room, user)
  if (!who) return
  shout(payload, name, SERVER_EVENTS.left, { consultation_id: id, user: who })
}

/** Whoever has an open consultation with somebody learns that they came online, or went. */
export const tellPresence = async (
  payload: Payload,
  user: number,
  isOnline: boolean,
): Promise<void> => {
  for (const { id, patient, doctor } of await findOpenRooms({ payload }, user)) {
    const [who, other] = patient.id === user ? [patient, doctor] : [doctor, patient]
    const data = { consultation_id: id, user: who, online: isOnline }
    shout(payload, userRoom(other.id), SERVER_EVENTS.presence, data)
  }
}
