import type { Payload } from 'payload'
import type { Socket } from 'socket.io'

import { localSocketsIn, tellInstances, userRoom } from '@/plugins/realtime'

import { SERVER_EVENTS } from '../constants'
import type { MessageRow } from '../messages.sql'
import { findLacking } from '../messages.sql'
import { presentMessage } from '../presentMessage'
import type { Joined } from './joined'
import { joinedBy, joinedTo } from './joined'
import type { Marks } from './marks'

export const MESSAGE_NOTICE = 'chat:message'

/** A message was stored: what instances tell each other of it. */
export type MessageNotice = { consultation: number; seq: number; recipient: number }

const isBehind = ({ isReady, sent, newest }: Joined): boolean => isReady && sent < newest

/**
 * Sends the messages of this process' rooms to its sockets (docs/decisions: delivery). Each socket is
 * sent 1, 2, 3 … from where it joined: the next one straight from the hand of whoever stored it, and
 * else whatever it lacks, from the database.
 */
export const createDelivery = (payload: Payload, marks: Marks) => {
  const lacking = new Set<number>()
  let running: Promise<void> | null = null

  /** The one place that sends: between the question and the sending nothing else runs. */
  const hand = (row: MessageRow): void => {
    const message = presentMessage(payload, row)
    const { consultation_id: consultation, seq } = row
    for (const { socket, joined } of joinedTo(payload, consultation)) {
      joined.newest = Math.max(joined.newest, seq)
      if (!joined.isReady || joined.sent !== seq - 1) continue
      socket.emit(SERVER_EVENTS.message, message)
      joined.sent = seq
      if (joined.me.id === row.sender_id) continue
      const mark = { consultation, user: joined.me.id, first: seq, last: seq }
      marks.note('delivered', mark)
    }
  }

  const lacksOf = (consultations: number[]) =>
    consultations.flatMap((consultation) => {
      const behind = joinedTo(payload, consultation).filter(({ joined }) => isBehind(joined))
      if (behind.length === 0) return []
      return [{ consultation, after: Math.min(...behind.map(({ joined }) => joined.sent)) }]
    })

  const fill = async (): Promise<void> => {
    const lacks = lacksOf([...lacking])
    lacking.clear()
    if (lacks.length === 0) return
    const rows = await findLacking({ payload }, lacks)
    rows.forEach(hand)
    // A long one comes in several turns. One that got nothing waits until it is told of again.
    const before = new Map(lacks.map(({ consultation, after }) => [consultation, after]))
    for (const { consultation, after } of lacksOf([...before.keys()])) {
      if (after > (before.get(consultation) ?? 0)) lacking.add(consultation)
    }
  }

  const run = async (): Promise<void> => {
    try {
      while (lacking.size > 0) await fill()
    } catch (err) {
      // The sweeper finds whoever is behind.
      payload.logger.warn({ err, msg: 'Messages could not be read for those in their rooms' })
    } finally {
      running = null
    }
  }

  const fillRoom = async (consultation: number): Promise<void> => {
    lacking.add(consultation)
    running ??= run()
    return running
  }

  const hear = ({ consultation, seq }: Pick<MessageNotice, 'consultation' | 'seq'>): void => {
    const room = joinedTo(payload, consultation)
    for (const { joined } of room) joined.newest = Math.max(joined.newest, seq)
    if (room.some(({ joined }) => isBehind(joined))) void fillRoom(consultation)
  }

  /** Sockets that are not in the room learn that there is something. */
  const tellWaiting = ({ consultation, seq, recipient }: MessageNotice): void => {
    for (const socket of localSocketsIn(payload, userRoom(recipient))) {
      if (joinedBy(socket).has(consultation)) continue
      socket.emit(SERVER_EVENTS.waiting, { consultation_id: consultation, seq })
    }
  }

  return {
    /** Hands a message that is stored to everybody in its room, on every instance. */
    deliver: (row: MessageRow): void => {
      hand(row)
      const { consultation_id: consultation, seq, recipient_id: recipient } = row
      tellInstances(payload, MESSAGE_NOTICE, { consultation, seq, recipient })
    },

    /** An instance, this one maybe, has stored a message. */
    hearStored: (notice: MessageNotice): void => {
      hear(notice)
      tellWaiting(notice)
    },

    /** The newest message of a consultation has this number, as a sweeper found. */
    hearNewest: hear,

    /** A socket was answered, or is again: what has arrived meanwhile is its. */
    release: (consultation: number, joined: Joined): void => {
      joined.isReady = true
      if (isBehind(joined)) void fillRoom(consultation)
    },

    /** Waits until a socket that has joined was sent all up to `seq`, if that can be. */
    reach: async (socket: Socket, consultation: number, seq: number): Promise<void> => {
      const joined = joinedBy(socket).get(consultation)
      if (!joined) return
      joined.newest = Math.max(joined.newest, seq)
      if (isBehind(joined)) await fillRoom(consultation)
    },
  }
}
