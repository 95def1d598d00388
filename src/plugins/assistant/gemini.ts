import { setTimeout as sleep } from 'node:timers/promises'

import type { Content, FunctionDeclaration, ModelParams, Part } from '@google/generative-ai'
import {
  FunctionCallingMode,
  GoogleGenerativeAI,
  GoogleGenerativeAIFetchError,
  HarmBlockThreshold,
  HarmCategory,
} from '@google/generative-ai'

import type { Chunk } from './geminiAnswer'
import { createGeminiAnswer } from './geminiAnswer'
import { geminiSchema } from './geminiSchema'
import type { Asked, Model, ModelEvent, ModelMessage, ToolAnswer } from './model'
import { ModelFailure } from './model'

/** How long is waited for Google, in milliseconds. */
export type Patience = {
  /** For the first event: the model may think before it speaks. */
  first: number
  /** Between two events. */
  idle: number
  /** Before the second try; twice as long before the third, and so on. */
  backoff: number
  /** Longer than this Google need not ask us to wait: whoever asked is told so instead. */
  longestBackoff: number
}

const PATIENCE: Patience = { first: 30_000, idle: 30_000, backoff: 500, longestBackoff: 5_000 }
const ATTEMPTS = 3
const RETRIED = new Set<number | null>([429, 500, 503, 504])

/** A limit of one answer, thoughts included. */
const ANSWER_TOKENS_MAX = 8_192

/** Questions of health are asked in plain words: only what is harmful beyond doubt is stopped. */
const SAFETY = [
  HarmCategory.HARM_CATEGORY_HARASSMENT,
  HarmCategory.HARM_CATEGORY_HATE_SPEECH,
  HarmCategory.HARM_CATEGORY_SEXUALLY_EXPLICIT,
  HarmCategory.HARM_CATEGORY_DANGEROUS_CONTENT,
].map((category) => ({ category, threshold: HarmBlockThreshold.BLOCK_ONLY_HIGH }))

const responseOf = ({ id, name, result }: ToolAnswer): object => ({
  functionResponse: { ...(id === null ? {} : { id }), name, response: result },
})

const contentOf = (message: ModelMessage): Content => {
  // Newer models refuse the role that the SDK's own chat would give to answers of tools.
  if (message.role === 'tools') {
    return { role: 'user', parts: message.answers.map(responseOf) as Part[] }
  }
  const parts = 'parts' in message ? message.parts : [{ text: message.text }]
  return { role: message.role, parts: parts as unknown as Part[] }
}

const declarationOf = ({
  name,
  description,
  parameters,
}: Asked['tools'][number]): FunctionDeclaration => {
  const schema = geminiSchema(parameters) as FunctionDeclaration['parameters']
  return { name, description, ...(schema ? { parameters: schema } : {}) }
}

const toolsOf = ({ tools, mayCall }: Asked): Pick<ModelParams, 'tools' | 'toolConfig'> => {
  if (tools.length === 0) return {}
  const mode = mayCall ? FunctionCallingMode.AUTO : FunctionCallingMode.NONE
  return {
    tools: [{ functionDeclarations: tools.map(declarationOf) }],
    toolConfig: { functionCallingConfig: { mode } },
  }
}

type Detail = { reason?: string; retryDelay?: string }

/** The SDK's messages hold what was sent and what came back: nothing of them is kept. */
const failureOf = (error: unknown): ModelFailure => {
  if (error instanceof ModelFailure) return error
  if (!(error instanceof GoogleGenerativeAIFetchError)) {
    return new ModelFailure('Gemini could not be asked, or its answer not be read.', null)
  }
  const details = (error.errorDetails ?? []) as Detail[]
  const reason = details.find((one) => /^[A-Z_]{1,60}$/.test(one.reason ?? ''))?.reason
  // The SDK shows no headers; Google says the same in the body.
  const delay = /^(\d{1,6}(?:\.\d+)?)s$/.exec(
    details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay ?? '',
  )?.[1]
  return new ModelFailure(
    `Gemini answered ${error.status}${reason ? ` (${reason})` : ''}.`,
    error.status ?? null,
    delay === undefined ? null : Math.ceil(Number(delay)),
  )
}

type Ask = (asked: Asked, controller: AbortController) => Promise<AsyncIterator<Chunk>>

const createAsk = (key: string, baseUrl: string | null): Ask => {
  const sdk = new GoogleGenerativeAI(key)
  return async (asked, controller) => {
    const model = sdk.getGenerativeModel(
      {
        model: asked.model,
        systemInstruction: asked.instructions,
        safetySettings: SAFETY,
        generationConfig: { maxOutputTokens: ANSWER_TOKENS_MAX },
        ...toolsOf(asked),
      },
      baseUrl === null ? {} : { baseUrl },
    )
    const { stream, response } = await model.generateContentStream(
      { contents: asked.messages.map(contentOf) },
      { signal: controller.signal },
    )
    // It fails whenever the stream does, and nobody waits for it.
    response.catch(() => undefined)
    return stream[Symbol.asyncIterator]() as unknown as AsyncIterator<Chunk>
  }
}

/** @throws {ModelFailure} when it takes longer; the call is then ended */
const within = async <T>(
  ms: number,
  controller: AbortController,
  work: () => Promise<T>,
): Promise<T> => {
  const late = new ModelFailure(`Gemini said nothing for ${ms} ms.`, null)
  const timer = setTimeout(() => controller.abort(late), ms)
  try {
    return await work()
  } catch (error) {
    throw controller.signal.reason === late ? late : error
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Gemini, through `@google/generative-ai`; the only file that knows of it. What the SDK gets wrong is put
 * right here (docs/decisions/0008). Busy or broken upstreams are asked again before the first event only:
 * whoever listens has heard nothing yet.
 */
export const createGemini = ({
  key,
  baseUrl,
  patience = PATIENCE,
}: {
  key: string
  /** Without /v1beta; null: Google itself. */
  baseUrl: string | null
  patience?: Patience
}): Model => {
  const ask = createAsk(key, baseUrl)

  const once = async function* (asked: Asked): AsyncGenerator<ModelEvent, void> {
    // The SDK overlooks a signal that is aborted already, and never lets go of one.
    const controller = new AbortController()
    const abort = () => controller.abort()
    asked.signal.addEventListener('abort', abort)
    const answer = createGeminiAnswer()
    try {
      const { chunks, first } = await within(patience.first, controller, async () => {
        const stream = await ask(asked, controller)
        return { chunks: stream, first: await stream.next() }
      })
      const readNext = async () => within(patience.idle, controller, async () => chunks.next())
      for (let next = first; !next.done; next = await readNext()) yield* answer.read(next.value)
      yield answer.end()
    } finally {
      asked.signal.removeEventListener('abort', abort)
      controller.abort()
    }
  }

  /** Milliseconds until the next try; null: there is none. */
  const pauseAfter = ({ status, retryAfterSeconds }: ModelFailure, attempt: number) => {
    if (attempt >= ATTEMPTS || !RETRIED.has(status)) return null
    const asked = (retryAfterSeconds ?? 0) * 1000
    if (asked > patience.longestBackoff) return null
    return Math.max(asked, patience.backoff * 2 ** (attempt - 1) * (0.5 + Math.random()))
  }

  return {
    async *stream(asked) {
      for (let attempt = 1; ; attempt += 1) {
        let hasBegun = false
        try {
          asked.signal.throwIfAborted()
          for await (const event of once(asked)) {
            hasBegun = true
            yield event
          }
          return
        } catch (error) {
          asked.signal.throwIfAborted()
          const failure = failureOf(error)
          const pause = hasBegun ? null : pauseAfter(failure, attempt)
          if (pause === null) throw failure
          await sleep(pause, undefined, { signal: asked.signal })
        }
      }
    },
  }
}
