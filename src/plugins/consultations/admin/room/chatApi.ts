import type { Socket } from 'socket.io-client'

import { callApi, isOutcomeUnknown } from '@/lib/panel/callApi'
import type { Acknowledged } from '@/plugins/realtime/admin/askServer'
import { askServer } from '@/plugins/realtime/admin/askServer'

import { CLIENT_EVENTS } from '../../constants'
import type { ChatMessage } from './chatMessage'
import type { Outgoing } from './roomState'

/** The chat's contract, as the panel speaks it. */

export type Person = { id: number; name: string; role: string }
type Joined = { participants: Person[]; messages: ChatMessage[]; has_more?: boolean }

/** @param after the number of the last message that is known; null: none is */
export const joinRoom = async (
  socket: Socket,
  consultation: number,
  after: number | null,
): Promise<Acknowledged<Joined>> =>
  askServer<Joined>(socket, CLIENT_EVENTS.join, {
    consultation_id: consultation,
    ...(after === null ? {} : { after }),
  })

export const PAGE = 100

/** A part of the history, ascending; null when it could not be read. */
export const readHistory = async (
  consultation: number,
  section: { after?: number; before?: number; limit: number },
): Promise<ChatMessage[] | null> => {
  const query = new URLSearchParams(
    Object.entries(section).map(([name, value]) => [name, String(value)]),
  )
  const path = `/api/chats/consultation/${consultation}/messages?${query}`
  const { body } = await callApi<{ data: ChatMessage[] }>(path)
  return body?.data ?? null
}

/** `message`: it is stored; `refusal`: it is not; neither: nobody knows, and it is to be sent again. */
export type Sent = { message: ChatMessage | null; refusal: string | null }

const UNKNOWN: Sent = { message: null, refusal: null }

const sendText = async (
  socket: Socket,
  consultation: number,
  { clientId, content }: Outgoing,
): Promise<Sent> => {
  const data = { consultation_id: consultation, content, client_id: clientId }
  const answer = await askServer<{ data: ChatMessage }>(socket, CLIENT_EVENTS.send, data)
  if (answer.ok === null) return UNKNOWN
  return answer.ok
    ? { message: answer.data, refusal: null }
    : { message: null, refusal: answer.message }
}

const sendFile = async (
  consultation: number,
  { clientId, content, file }: Outgoing & { file: File },
): Promise<Sent> => {
  const body = new FormData()
  body.set('consultation_id', String(consultation))
  body.set('client_id', clientId)
  if (content.trim() !== '') body.set('content', content)
  body.set('attachment', file)
  const path = '/api/chats/messages'
  const called = await callApi<{ data: ChatMessage }>(path, { method: 'POST', body })
  if (called.isDone) return { message: called.body.data, refusal: null }
  if (isOutcomeUnknown(called.status)) return UNKNOWN
  return { message: null, refusal: called.refusal }
}

/** Sends a message: a text over the socket, a file over HTTP. Sent twice, it is stored once. */
export const sendMessage = async (
  socket: Socket,
  consultation: number,
  { file, ...text }: Outgoing,
): Promise<Sent> =>
  file
    ? sendFile(consultation, { ...text, file })
    : sendText(socket, consultation, { file, ...text })
