import type { AnswerEvent } from '../operations/answer'
import type { Format } from './format'
import { toldOf } from './format'

type Chunk = { type: string } & Record<string, unknown>

const say = (...chunks: (Chunk | string)[]): string =>
  chunks
    .map((chunk) => `data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`)
    .join('')

const DONE = '[DONE]'

/** What an event is, but for the text around it. */
const chunksOf = (event: Exclude<AnswerEvent, { kind: 'text' }>): (Chunk | string)[] => {
  switch (event.kind) {
    case 'call':
      return [
        {
          type: 'tool-input-available',
          toolCallId: event.id,
          toolName: event.name,
          input: event.args,
        },
      ]
    case 'result':
      return [{ type: 'tool-output-available', toolCallId: event.id, output: toldOf(event) }]
    case 'step':
      return [{ type: 'finish-step' }]
    case 'mark':
      return [{ type: 'message-metadata', messageMetadata: { kind: event.mark } }]
    case 'error':
      return [{ type: 'error', errorText: event.message }, DONE]
    case 'end':
      return [{ type: 'finish-step' }, { type: 'finish' }, DONE]
  }
}

/** The UI message stream of AI SDK 5 and later: server-sent events. */
export const uiMessageStream: Format = {
  headers: {
    'Content-Type': 'text/event-stream',
    'X-Vercel-AI-UI-Message-Stream': 'v1',
    'Cache-Control': 'no-cache',
    'X-Accel-Buffering': 'no',
  },
  write: (messageId) => {
    let texts = 0
    let isInText = false
    let isNewStep = false

    /** Text has a beginning and an end of its own: the client breaks without. */
    const textWith = (delta: string): string => {
      const isFirst = !isInText
      if (isFirst) texts += 1
      isInText = true
      const id = `t${texts}`
      return say(
        ...(isFirst ? [{ type: 'text-start', id }] : []),
        ...[{ type: 'text-delta', id, delta }],
      )
    }
    const endText = (): string => {
      if (!isInText) return ''
      isInText = false
      return say({ type: 'text-end', id: `t${texts}` })
    }

    return {
      begin: say({ type: 'start', messageId }, { type: 'start-step' }),
      event: (event) => {
        const before = isNewStep ? say({ type: 'start-step' }) : ''
        isNewStep = event.kind === 'step'
        if (event.kind === 'text') return before + textWith(event.text)
        return before + endText() + say(...chunksOf(event))
      },
    }
  },
}
