import { z } from 'zod'

import { CONTENT_MAX, TALK_ID_MAX } from './constants'
import { EMPTY_QUESTION, NO_MESSAGES, NO_QUESTION, TOO_LONG } from './errors'
import type { ChatMessage } from './operations/answer'

/** What `POST /api/chat` takes: the bodies of both generations of the AI SDK (references/gemini.md). */

/** More than any talk has; what the model is told of it is less. */
const SENT_MAX = 1_000
const ROLES = ['user', 'assistant', 'system', 'data'] as const

const part = z.looseObject({ type: z.string(), text: z.string().nullish() })
const parts = z.array(part).max(SENT_MAX)

const message = z.looseObject({
  role: z
    .enum(ROLES, 'role harus user atau assistant.')
    .describe(
      'What comes as `system` or `data` is left out: the assistant has its own instructions.',
    ),
  content: z
    .union([z.string(), parts], 'content harus berupa teks.')
    .nullish()
    .describe('AI SDK 4. Text, or its parts.'),
  parts: parts.nullish().describe('AI SDK 5 and later. Only parts of the type `text` are read.'),
})

type Sent = z.output<typeof message>

const textOf = ({ content, parts: given }: Sent): string => {
  if (typeof content === 'string') return content
  const texts = (content ?? given ?? []).filter(({ type }) => type === 'text')
  return texts.map(({ text }) => text ?? '').join('')
}

/** A message of AI SDK 5 or later; version 4 sends `parts` too, but beside its `content`. */
const isModern = ({ content, parts: given }: Sent): boolean =>
  Array.isArray(given) && typeof content !== 'string'

type Issue = { path: (string | number)[]; message: string }

const faultOf = (messages: Sent[]): Issue | null => {
  const index = messages.length - 1
  const last = messages[index]
  if (last?.role !== 'user') return { path: ['messages'], message: NO_QUESTION }
  const path = ['messages', index, typeof last.content === 'string' ? 'content' : 'parts']
  const text = textOf(last)
  if (text.trim() === '') return { path, message: EMPTY_QUESTION }
  return Array.from(text).length > CONTENT_MAX ? { path, message: TOO_LONG } : null
}

const isSaid = ({ role }: Sent): boolean => role === 'user' || role === 'assistant'

/** A talk, whose last message is the question. */
export const chatBody = z
  .looseObject({
    messages: z
      .array(message, NO_MESSAGES)
      .max(SENT_MAX, `messages maksimal ${SENT_MAX} pesan.`)
      .describe(`The last is the question, of at most ${CONTENT_MAX} characters.`),
    id: z
      .string('id harus berupa teks.')
      .max(TALK_ID_MAX, `id maksimal ${TALK_ID_MAX} karakter.`)
      .nullish()
      .describe("The talk's name, of the client's own making."),
    consent: z
      .boolean('consent harus true atau false.')
      .nullish()
      .describe('true: the talk is kept, for its user alone.'),
  })
  .superRefine(({ messages }, context) => {
    const fault = faultOf(messages)
    if (fault) context.addIssue({ code: 'custom', ...fault })
  })
  .transform(({ messages, id, consent }) => ({
    id: id ?? null,
    consent: consent === true,
    isModern: messages.some(isModern),
    messages: messages
      .filter(isSaid)
      .map((one): ChatMessage => ({ role: one.role as ChatMessage['role'], content: textOf(one) })),
  }))
