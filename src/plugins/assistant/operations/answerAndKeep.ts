import type { PayloadRequest } from 'payload'

import type { AnswerEvent, ChatMessage } from './answer'
import { answer } from './answer'
import { keepTalk } from './keepTalk'

type Talk = {
  /** By which its client knows the talk; null: it has none. */
  id: string | null
  messages: ChatMessage[]
  /** The user agrees that it is kept. */
  consent: boolean
  signal: AbortSignal
}

/** An answer stands, whether its talk can be kept or not. */
const keep = async (req: PayloadRequest, { id, messages }: Talk, said: string): Promise<void> => {
  try {
    await keepTalk(req, { id, messages: [...messages, { role: 'assistant', content: said }] })
  } catch (error) {
    // Not the error itself: a statement that failed names what was said.
    const { name } = error as Error
    req.payload.logger.error({ error: name, msg: 'A talk was not kept' })
  }
}

/** `answer`, whose talk is kept where the user agrees to it, once it is complete. @throws {ApiError} as `answer` */
export async function* answerAndKeep(
  req: PayloadRequest,
  talk: Talk,
): AsyncGenerator<AnswerEvent, void> {
  let said = ''
  for await (const event of answer(req, talk)) {
    if (event.kind === 'text') said += event.text
    if (event.kind === 'end' && talk.consent) await keep(req, talk, said)
    yield event
  }
}
