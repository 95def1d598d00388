import { randomUUID } from 'node:crypto'

import { streamOf } from '@/lib/streamOf'

import type { AnswerEvent } from '../operations/answer'
import type { Format } from './format'

async function* piecesOf(
  first: AnswerEvent,
  rest: AsyncGenerator<AnswerEvent, void>,
  { write }: Format,
): AsyncGenerator<string, undefined> {
  const { begin, event } = write(`msg_${randomUUID()}`)
  // In the same piece: the first byte is never without a word.
  yield begin + event(first)
  for await (const next of rest) yield event(next)
  return undefined
}

/**
 * Streams an answer. Nothing leaves before its first event is there: what fails until then is thrown, and
 * can still be answered with a status.
 * @param leave ends the answer, when its reader is gone
 * @returns null when the reader was gone before anything was said
 */
export const streamAnswer = async (
  events: AsyncGenerator<AnswerEvent, void>,
  format: Format,
  leave: () => void,
): Promise<Response | null> => {
  const first = await events.next()
  if (first.done) return null
  const body = streamOf(piecesOf(first.value, events, format), leave)
  return new Response(body, { headers: format.headers })
}
