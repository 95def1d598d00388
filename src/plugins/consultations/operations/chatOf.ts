import type { Payload } from 'payload'

import { tellInstances } from '@/plugins/realtime'

import { SERVER_EVENTS } from '../constants'
import type { MarkedRow, MarkKind } from '../messages.sql'
import { createDelivery } from './delivery'
import { joinedTo } from './joined'
import { createMarks } from './marks'

const CHAT = Symbol.for('sehat.chat')

export const MARKS_NOTICE = 'chat:marks'

/** Marks of a batch that instances tell each other at once. */
const TOLD_AT_ONCE = 50

/** Marks that were set, of any rooms. */
export type MarksNotice = { kind: MarkKind; rows: MarkedRow[] }

/**
 * Tells this process' sockets in the rooms: what was read to all, what has come to somebody's device to
 * the other one, who waits for it.
 */
export const hearMarks = (payload: Payload, { kind, rows }: MarksNotice): void => {
  for (const { at, ...row } of rows) {
    const told = { ...row, at: new Date(at).toISOString() }
    for (const { socket, joined } of joinedTo(payload, row.consultation_id)) {
      if (kind === 'delivered' && joined.me.id === row.user_id) continue
      socket.emit(SERVER_EVENTS[kind], told)
    }
  }
}

const createChat = (payload: Payload) => {
  const marks = createMarks(payload, (kind, rows) => {
    for (let at = 0; at < rows.length; at += TOLD_AT_ONCE) {
      tellInstances(payload, MARKS_NOTICE, { kind, rows: rows.slice(at, at + TOLD_AT_ONCE) })
    }
  })
  return { marks, delivery: createDelivery(payload, marks) }
}

type Chat = ReturnType<typeof createChat>
type Holder = { [CHAT]?: Chat }

/** What this process has under way of all chats: lives on its Payload instance, which is single. */
export const chatOf = (payload: Payload): Chat =>
  ((payload as Holder)[CHAT] ??= createChat(payload))
