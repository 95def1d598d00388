import type { Payload } from 'payload'

import type { MessageRow, Section } from '../messages.sql'
import { findMessages } from '../messages.sql'
import { chatOf } from './chatOf'
import { roomFor } from './roomFor'

/**
 * Messages of a consultation, ascending. Whoever asks for what follows `after` has what came before:
 * all of it is marked as delivered.
 * @throws {ApiError} 404, 403
 */
export const readHistory = async (
  payload: Payload,
  user: number,
  id: number | null,
  section: Section,
): Promise<MessageRow[]> => {
  const { room } = await roomFor(payload, user, id)
  const rows = await findMessages({ payload }, room.id, section)
  const last = rows.at(-1)
  if (last) {
    const first = section.after === undefined ? (rows[0]?.seq ?? 1) : 1
    const mark = { consultation: room.id, user, first, last: last.seq }
    chatOf(payload).marks.note('delivered', mark)
  }
  return rows
}
