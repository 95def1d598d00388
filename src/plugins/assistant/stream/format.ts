import type { AnswerEvent } from '../operations/answer'

/** One of the formats in which an answer is streamed. */
export type Format = {
  headers: Record<string, string>
  /** @returns how an answer begins, and how each of its events is written */
  write: (messageId: string) => { begin: string; event: (event: AnswerEvent) => string }
}

/** What a tool found, as readers are told of it: with the pages on which it stands. */
export const toldOf = ({ result, sources }: Extract<AnswerEvent, { kind: 'result' }>): object => ({
  ...result,
  sources,
})
