import type { Payload } from 'payload'
import type { Socket } from 'socket.io'

import { localRooms, localSocketsIn } from '@/plugins/realtime'

import { consultationOf, consultationRoom } from '../constants'
import type { Participant } from '../messages.sql'

/** A socket in the room of a consultation. */
export type Joined = {
  me: Participant
  /** The number of the last message that this socket was sent: the next one is sent next. */
  sent: number
  /** The number of the newest message of which this socket's instance has heard. */
  newest: number
  /** It was answered; before that, what arrives waits. */
  isReady: boolean
  /** Ends what this socket last said of typing. */
  typing: NodeJS.Timeout | null
}

type Data = { chats?: Map<number, Joined> }

/** What a socket has joined, by consultation; kept with the socket. */
export const joinedBy = (socket: Socket): Map<number, Joined> =>
  ((socket.data as Data).chats ??= new Map())

/** The sockets of this process that have joined a consultation. */
export const joinedTo = (
  payload: Payload,
  consultation: number,
): { socket: Socket; joined: Joined }[] =>
  localSocketsIn(payload, consultationRoom(consultation)).flatMap((socket) => {
    const joined = joinedBy(socket).get(consultation)
    return joined ? [{ socket, joined }] : []
  })

/** The consultations that sockets of this process have joined. */
export const joinedHere = (payload: Payload): number[] =>
  localRooms(payload).flatMap((room) => consultationOf(room) ?? [])
