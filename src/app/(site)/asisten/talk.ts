import { v4 } from 'uuid'

import type { Part } from './dataStream'

/** Why there is no (whole) answer, in words for the reader. */
export type Refusal = {
  message: string
  /** It may be asked again; false: the same would be refused again. */
  canRetry: boolean
  needsSignIn: boolean
}

export type Message = {
  key: string
  role: 'user' | 'assistant'
  content: string
  state: 'done' | 'waiting' | 'streaming' | 'stopped' | 'failed'
  refusal: Refusal | null
  isEmergency: boolean
}

export type Talk = {
  /** A kept talk's, or one of our own, by which the server knows it again. */
  id: string
  messages: Message[]
  /** The user agrees that this talk is kept. */
  consent: boolean
}

export const newTalk = (): Talk => ({ id: v4(), messages: [], consent: false })

const message = (role: Message['role'], content: string, state: Message['state']): Message => ({
  key: v4(),
  role,
  content,
  state,
  refusal: null,
  isEmergency: false,
})

/** A talk that was kept, to go on with. */
export const keptTalk = (id: string, messages: Pick<Message, 'role' | 'content'>[]): Talk => ({
  id,
  messages: messages.map(({ role, content }) => message(role, content, 'done')),
  consent: true,
})

export const isUnderWay = ({ messages }: Talk): boolean =>
  ['waiting', 'streaming'].includes(messages.at(-1)?.state ?? 'done')

export const withQuestion = (talk: Talk, question: string): Talk => ({
  ...talk,
  messages: [
    ...talk.messages,
    message('user', question, 'done'),
    message('assistant', '', 'waiting'),
  ],
})

const withLast = (talk: Talk, change: (last: Message) => Message): Talk => {
  const last = talk.messages.at(-1)
  if (last?.role !== 'assistant') return talk
  return { ...talk, messages: [...talk.messages.slice(0, -1), change(last)] }
}

/** The last answer, from its beginning. */
export const askedAgain = (talk: Talk): Talk =>
  withLast(talk, () => message('assistant', '', 'waiting'))

export const refused = (talk: Talk, refusal: Refusal): Talk =>
  withLast(talk, (last) => ({ ...last, state: 'failed', refusal }))

export const stopped = (talk: Talk): Talk =>
  withLast(talk, (last) => ({ ...last, state: 'stopped' }))

const NO_ANSWER: Refusal = {
  message: 'Asisten tidak memberi jawaban.',
  canRetry: true,
  needsSignIn: false,
}
const CUT = 'Jawaban ini terpotong karena terlalu panjang.'

const ended = (last: Message, reason: string): Message => {
  if (last.content.trim() === '') return { ...last, state: 'failed', refusal: NO_ANSWER }
  const refusal = reason === 'length' ? { message: CUT, canRetry: false, needsSignIn: false } : null
  return { ...last, state: 'done', refusal }
}

/** The talk after a part of its last answer. */
export const heard = (talk: Talk, part: Part): Talk =>
  withLast(talk, (last) => {
    switch (part.kind) {
      case 'text':
        return { ...last, state: 'streaming', content: last.content + part.text }
      case 'mark':
        return part.mark === 'emergency' ? { ...last, isEmergency: true } : last
      case 'failure':
        return {
          ...last,
          state: 'failed',
          refusal: { message: part.message, canRetry: true, needsSignIn: false },
        }
      case 'end':
        return ended(last, part.reason)
      case 'call':
        return last
    }
  })

/** What the server is told of the talk: a question that has no answer yet is its last. */
export const historyOf = ({ messages }: Talk): { role: string; content: string }[] =>
  messages
    .filter(({ content }) => content.trim() !== '')
    .map(({ role, content }) => ({ role, content }))
