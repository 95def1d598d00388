import type { AssistantTool } from '@/lib/assistantTool'

/** A part of what the model wrote, as it came: its own parts are sent back untouched (signatures of thoughts). */
export type ModelPart = Record<string, unknown>
export type ModelMessage = { role: 'user' | 'model'; parts: ModelPart[] }

export type Usage = { promptTokens: number; completionTokens: number }

export type ModelEvent =
  | { kind: 'text'; text: string }
  | { kind: 'call'; name: string; args: Record<string, unknown> }
  /** The answer is complete; `parts` are what the history keeps of it. */
  | { kind: 'end'; parts: ModelPart[]; usage: Usage }
  /** The model may not, or will not, answer: a blocked prompt, an answer that was stopped. */
  | { kind: 'blocked'; reason: string; usage: Usage }

export type Asked = {
  model: string
  instructions: string
  messages: ModelMessage[]
  tools: Pick<AssistantTool, 'name' | 'description' | 'parameters'>[]
  signal: AbortSignal
}

/**
 * The language model; the one interface behind which its SDK stays (docs/decisions/0008).
 * @throws {ModelFailure} also after events have come: an answer that broke off is never complete
 */
export type Model = { stream: (asked: Asked) => AsyncIterable<ModelEvent> }

/** The model did not answer. Its message is for the log: it never holds a key or what was asked. */
export class ModelFailure extends Error {
  constructor(
    message: string,
    /** HTTP status of the upstream's answer; null: none came. */
    readonly status: number | null,
  ) {
    super(message)
    this.name = 'ModelFailure'
  }
}
