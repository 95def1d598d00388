import type { Payload } from 'payload'

import { sqlState, violatedConstraint } from '@/database/errors'
import type { ApiError } from '@/lib/apiError'

import type { NewMessage } from '../chatSchemas'
import * as refusals from '../chatErrors'
import type { MessageRow, SentMessage } from '../messages.sql'
import { findSent, insertMessage } from '../messages.sql'

/** What the database says no with (migrations: messages_guards). */
const REFUSALS: Record<string, () => ApiError> = {
  CH403: refusals.notParticipant,
  CH404: refusals.consultationNotFound,
  CH410: refusals.consultationOver,
  CH422: refusals.fileNotSendable,
  CH425: refusals.notBegun,
}

const refusalOf = (error: unknown): unknown => {
  const state = sqlState(error) ?? ''
  const isFileGone = violatedConstraint(error) === 'messages_attached_once'
  return isFileGone ? refusals.fileNotSendable() : (REFUSALS[state]?.() ?? error)
}

/** @param isNew it was not sent before under the same client_id */
export type Sent = { row: MessageRow; isNew: boolean }

const store = async (payload: Payload, message: SentMessage): Promise<Sent> => {
  const row = await insertMessage({ payload }, message)
  if (row) return { row, isNew: true }
  const first = await findSent({ payload }, message)
  if (!first) throw new Error(`The first message of client_id ${message.clientId} is not there.`)
  return { row: first, isNew: false }
}

/**
 * Says something in a consultation. Who may, when, and which number it gets is decided by the database,
 * in the statement that stores it; once it answers, the message is committed.
 * @throws {ApiError} 404, 403 (not a participant, not begun, over), 422 (empty, a file that is not theirs)
 */
export const sendMessage = async (
  payload: Payload,
  sender: number,
  { consultation_id: consultation, content, client_id: clientId, attachment }: NewMessage,
): Promise<Sent> => {
  const isEmpty = !content?.trim()
  if (isEmpty && !attachment) throw refusals.contentEmpty()
  const message = {
    consultation,
    sender,
    content: isEmpty ? null : (content ?? null),
    attachment: attachment ?? null,
    clientId: clientId ?? null,
  }
  try {
    return await store(payload, message)
  } catch (error) {
    throw refusalOf(error)
  }
}
