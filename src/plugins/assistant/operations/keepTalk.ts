import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import { KEPT_CHARACTERS_MAX, KEPT_TALKS_MAX, TALK_ID_MAX } from '../constants'
import { deleteBeyond, findTalk, lockOwner } from '../talks.sql'

type Message = { role: 'user' | 'assistant'; content: string }

const TITLE_LENGTH = 80
const NUL = '\u0000'
/** Read by code points, a pair is none. */
const LONE_SURROGATES = /\p{Surrogate}/gu

/** What Postgres can keep as JSON: no NUL, no halves of characters. */
const storable = (text: string): string =>
  text.replaceAll(NUL, '').replaceAll(LONE_SURROGATES, '\ufffd')

/** The newest messages that fit; at least the last one. */
const fitting = (messages: Message[]): Message[] => {
  let characters = 0
  const oldest = messages.findLastIndex(({ content }) => {
    characters += content.length
    return characters > KEPT_CHARACTERS_MAX
  })
  return messages.slice(Math.min(oldest + 1, messages.length - 1))
}

/** The first question, in one line. */
const titleOf = (messages: Message[]): string => {
  const asked = messages.find(({ role }) => role === 'user')?.content ?? ''
  const characters = Array.from(asked.replaceAll(/\s+/g, ' ').trim())
  if (characters.length === 0) return 'Percakapan'
  return characters.length > TITLE_LENGTH
    ? `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`
    : characters.join('')
}

/**
 * Keeps a talk for its user, who has agreed to it, and for nobody else; the same talk again takes the
 * place of what was kept of it. Guests have nothing kept.
 * @param talk `id`: of a kept talk, or the one that its client has given it; null: a talk of its own
 */
export const keepTalk = async (
  req: PayloadRequest,
  talk: { id: string | null; messages: Message[] },
): Promise<void> => {
  const { user } = req
  const all = talk.messages.map(({ role, content }) => ({ role, content: storable(content) }))
  if (!user || all.length === 0) return
  const messages = fitting(all)
  const clientId = talk.id && storable(talk.id).slice(0, TALK_ID_MAX)
  await withTransaction(req, async () => {
    // One at a time: of two that keep a new talk at once, the second finds the first one's.
    if (!(await lockOwner(req, user.id))) return
    const id = clientId && (await findTalk(req, user.id, clientId))
    if (id) {
      await req.payload.update({
        collection: 'assistant-conversations',
        id,
        data: { messages },
        depth: 0,
        req,
        overrideAccess: true,
      })
      return
    }
    const data = {
      id: '',
      user: user.id,
      clientId: clientId || null,
      title: titleOf(all),
      messages,
    }
    await req.payload.create({
      collection: 'assistant-conversations',
      data,
      depth: 0,
      req,
      overrideAccess: true,
    })
    await deleteBeyond(req, user.id, KEPT_TALKS_MAX)
  })
}
