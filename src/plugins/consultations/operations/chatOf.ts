import type { Payload } from 'payload'

import { tell } from '@/plugins/realtime'

import { consultationRoom, SERVER_EVENTS } from '../constants'
import type { MarkedRow, MarkKind, MessageRow } from '../messages.sql'
import { presentMessage } from '../presentMessage'
import { createMarks } from './marks'

const CHAT = Symbol.for('sehat.chat')

const createChat = (payload: Payload) => {
  const tellRoom = (room: number, event: string, data: Record<string, unknown>) =>
    void tell({ payload }, consultationRoom(room), event, data)

  const tellMarked = (kind: MarkKind, rows: MarkedRow[]): void => {
    for (const { at, ...row } of rows) {
      tellRoom(row.consultation_id, SERVER_EVENTS[kind], { ...row, at: new Date(at).toISOString() })
    }
  }

  return {
    marks: createMarks(payload, tellMarked),
    /** Hands a message that was stored to those who are in its room. */
    deliver: (row: MessageRow): void =>
      tellRoom(row.consultation_id, SERVER_EVENTS.message, presentMessage(payload, row)),
  }
}

type Chat = ReturnType<typeof createChat>
type Holder = { [CHAT]?: Chat }

/** What this process has under way of all chats: lives on its Payload instance, which is single. */
export const chatOf = (payload: Payload): Chat =>
  ((payload as Holder)[CHAT] ??= createChat(payload))
