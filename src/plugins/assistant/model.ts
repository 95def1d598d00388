import type { AssistantTool } from '@/lib/assistantTool'

/** A part of what the model wrote, as it came: its own parts are sent back untouched (signatures of thoughts). */
export type ModelPart = Record<string, unknown>

/** What a tool found; `id` is the call's, where the model gave it one. */
export type ToolAnswer = { id: string | null; name: string; result: Record<string, unknown> }

export type ModelMessage =
  | { role: 'user' | 'model'; text: string }
  | { role: 'model'; parts: ModelPart[] }
  | { role: 'tools'; answers: ToolAnswer[] }

export type Usage = { promptTokens: number; completionTokens: number }

export type ModelEvent =
  | { kind: 'text'; text: string }
  | { kind: 'call'; id: string | null; name: string; args: Record<string, unknown> }
  /** The answer is complete (`length`: as long as it may be); `parts` are what the history keeps of it. */
  | { kind: 'end'; reason: 'stop' | 'length'; parts: ModelPart[]; usage: Usage }
  /** The model may not, or will not, answer: a blocked prompt, an answer that was stopped. */
  | { kind: 'blocked'; reason: string; usage: Usage }

export type Asked = {
  model: string
  instructions: string
  messages: ModelMessage[]
  tools: Pick<AssistantTool, 'name' | 'description' | 'parameters'>[]
  /** false: it has asked for enough, and must answer now. */
  mayCall: boolean
  signal: AbortSignal
}

/**
 * The language model; the one interface behind which its SDK stays (docs/decisions/0008).
 * @throws {ModelFailure} also after events have come: an answer that broke off is never complete; the
 *   signal's reason when it is aborted
 */
export type Model = { stream: (asked: Asked) => AsyncIterable<ModelEvent> }

/** The model did not answer. Its message is for the log: it never holds a key or what was asked. */
export class ModelFailure extends Error {
  constructor(
    message: string,
    /** HTTP status of the upstream's answer; null: none came. */
    readonly status: number | null,
    /** When the upstream wants to be asked again; null: it did not say. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message)
    this.name = 'ModelFailure'
  }
}
