import type { AnswerEvent } from '../operations/answer'
import type { Format } from './format'
import { toldOf } from './format'

const line = (code: string, value: unknown): string => `${code}:${JSON.stringify(value)}\n`

/** The data stream of AI SDK 4 (`toDataStreamResponse`): `CODE:JSON`, a line each. */
export const dataStream: Format = {
  headers: {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Vercel-AI-Data-Stream': 'v1',
    'X-Accel-Buffering': 'no',
  },
  write: (messageId) => {
    const begin = line('f', { messageId })
    let isNewStep = false
    const write = (event: AnswerEvent): string => {
      switch (event.kind) {
        case 'text':
          return line('0', event.text)
        case 'call':
          return line('9', { toolCallId: event.id, toolName: event.name, args: event.args })
        case 'result':
          return line('a', { toolCallId: event.id, result: toldOf(event) })
        case 'step':
          return line('e', {
            finishReason: 'tool-calls',
            usage: event.usage,
            isContinued: false,
          })
        case 'mark':
          return line('8', [{ kind: event.mark }])
        case 'error':
          return line('3', event.message)
        case 'end':
          return (
            line('e', { finishReason: event.reason, usage: event.step, isContinued: false }) +
            line('d', { finishReason: event.reason, usage: event.usage })
          )
      }
    }
    return {
      begin,
      event: (event) => {
        const before = isNewStep ? begin : ''
        isNewStep = event.kind === 'step'
        return before + write(event)
      },
    }
  },
}
