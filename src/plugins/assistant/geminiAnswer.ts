import type { ModelEvent, ModelPart, Usage } from './model'
import { ModelFailure } from './model'

/** An event of Google's stream, as it comes: the SDK's own types leave out the half of it. */
export type Chunk = {
  error?: { code?: number }
  promptFeedback?: { blockReason?: string }
  candidates?: { content?: { parts?: ModelPart[] }; finishReason?: string }[]
  usageMetadata?: {
    promptTokenCount?: number
    toolUsePromptTokenCount?: number
    candidatesTokenCount?: number
    thoughtsTokenCount?: number
  }
}

/** Why Google stops an answer that it does not like. */
const BLOCKED = new Set([
  ...['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'],
  ...['MODEL_ARMOR', 'IMAGE_SAFETY'],
])
const ENDS: Partial<Record<string, 'stop' | 'length'>> = { STOP: 'stop', MAX_TOKENS: 'length' }

const usageOf = ({ usageMetadata: said = {} }: Chunk): Usage => ({
  promptTokens: (said.promptTokenCount ?? 0) + (said.toolUsePromptTokenCount ?? 0),
  // Thoughts are paid for as what is said.
  completionTokens: (said.candidatesTokenCount ?? 0) + (said.thoughtsTokenCount ?? 0),
})

/** Google refuses parts that say nothing, unless they carry a signature. */
const saysSomething = (part: ModelPart): boolean =>
  Object.keys(part).length > 1 || (Object.keys(part).length === 1 && part.text !== '')

const eventOf = (part: ModelPart): ModelEvent | null => {
  const { text, thought, functionCall } = part
  if (typeof functionCall === 'object' && functionCall !== null) {
    const { id, name, args } = functionCall as { id?: string; name?: string; args?: object }
    return { kind: 'call', id: id ?? null, name: name ?? '', args: { ...args } }
  }
  if (typeof text !== 'string' || text === '' || thought === true) return null
  return { kind: 'text', text }
}

/** Google's word for why it is over; anything but a word is not repeated. */
const wordOf = (reason: string): string => (/^\w{1,40}$/.test(reason) ? reason : 'unknown')

/** Reads one answer, event by event, and tells how it ended. */
export const createGeminiAnswer = () => {
  const parts: ModelPart[] = []
  let usage: Usage = { promptTokens: 0, completionTokens: 0 }
  let finishReason: string | null = null
  let blockReason: string | null = null

  return {
    /** @throws {ModelFailure} for a failure in the middle, which the SDK overlooks */
    read: (chunk: Chunk): ModelEvent[] => {
      if (chunk.error) {
        throw new ModelFailure('Gemini failed in the middle.', chunk.error.code ?? null)
      }
      if (chunk.usageMetadata) usage = usageOf(chunk)
      blockReason ??= chunk.promptFeedback?.blockReason ?? null
      const [candidate] = chunk.candidates ?? []
      finishReason = candidate?.finishReason ?? finishReason
      const added = (candidate?.content?.parts ?? []).filter(saysSomething)
      parts.push(...added)
      return added.map(eventOf).filter((event) => event !== null)
    },

    /** @throws {ModelFailure} for an answer that broke off, which looks complete to the SDK */
    end: (): ModelEvent => {
      if (blockReason !== null) return { kind: 'blocked', reason: wordOf(blockReason), usage }
      if (finishReason === null) throw new ModelFailure('The answer of Gemini broke off.', null)
      if (BLOCKED.has(finishReason)) return { kind: 'blocked', reason: finishReason, usage }
      const reason = ENDS[finishReason]
      if (!reason) throw new ModelFailure(`Gemini gave up: ${wordOf(finishReason)}.`, null)
      return { kind: 'end', reason, parts, usage }
    },
  }
}
