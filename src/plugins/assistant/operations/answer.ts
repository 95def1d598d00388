import type { PayloadRequest } from 'payload'

import type { Source } from '@/lib/assistantTool'
import { sayRetryAfter } from '@/lib/rateLimit'

import { BROKEN_OFF, modelBusy, modelFailed, notConfigured } from '../errors'
import type { Outcome } from '../metrics'
import { countOutcome, countTokens, observeFirst } from '../metrics'
import { createGemini } from '../gemini'
import type { Model, Usage } from '../model'
import { ModelFailure } from '../model'
import { optionsOf } from '../options'
import { emergencyAdvice } from '../safety/emergency'
import { addUsage } from '../usage.sql'
import { admit } from './admit'
import { closingOf } from './closing'
import { countQuota } from './countQuota'
import type { Settings } from './readSettings'
import { takeSteps } from './takeSteps'

export type ChatMessage = { role: 'user' | 'assistant'; content: string }

/** The whole talk; both stream formats are written from these events. */
export type AnswerEvent =
  /** Markdown, as much of it as has come. */
  | { kind: 'text'; text: string }
  | { kind: 'call'; id: string; name: string; args: Record<string, unknown> }
  | {
      kind: 'result'
      id: string
      name: string
      result: Record<string, unknown>
      sources: Source[]
    }
  /** The tools of a step have answered: the model goes on with what they found. */
  | { kind: 'step'; usage: Usage }
  /** What the answer is, for readers that set it apart. */
  | { kind: 'mark'; mark: 'emergency' }
  /** It broke off; Indonesian, for the reader. Nothing follows. */
  | { kind: 'error'; message: string }
  /** It is complete. `step` is the usage of the last step, `usage` that of all. */
  | { kind: 'end'; reason: 'stop' | 'content-filter' | 'length'; usage: Usage; step: Usage }

/** What is asked; the last message is the question, and of its user. */
type Question = { messages: ChatMessage[]; signal: AbortSignal }
type Tally = { outcome: Outcome; usage: Usage }

const NOTHING: Usage = { promptTokens: 0, completionTokens: 0 }

/** An upstream that has too much to do, or says nothing, is asked again later; one that refuses is not. */
const BUSY = new Set<number | null>([null, 429, 500, 503, 504])

const refusalOf = (req: PayloadRequest, error: unknown): unknown => {
  if (!(error instanceof ModelFailure)) return error
  if (!BUSY.has(error.status)) return modelFailed()
  if (error.retryAfterSeconds !== null) sayRetryAfter(req, error.retryAfterSeconds)
  return modelBusy()
}

/** Counts what it was. An answer that was given stands, whether it can be counted or not. */
const record = async (req: PayloadRequest, { outcome, usage }: Tally): Promise<void> => {
  const { payload } = req
  countOutcome(payload, outcome)
  countTokens(payload, usage)
  if (outcome === 'refused') return
  const errors = outcome === 'failed' ? 1 : 0
  const blocked = outcome === 'blocked' ? 1 : 0
  try {
    const { clinicTimezone } = optionsOf(req)
    await addUsage(req, clinicTimezone, { requests: 1, ...usage, errors, blocked })
  } catch (err) {
    payload.logger.error({ err, msg: 'The usage of the assistant was not counted' })
  }
}

const modelOf = (req: PayloadRequest): Model => {
  const { key, baseUrl } = optionsOf(req).gemini
  if (key === null) throw notConfigured()
  return createGemini({ key, baseUrl })
}

async function* askModel(
  req: PayloadRequest,
  { messages, signal }: Question,
  settings: Settings,
  tally: Tally,
): AsyncGenerator<AnswerEvent, void> {
  const giveBack = await countQuota(req, settings.quotas)
  tally.outcome = 'aborted'
  const askedAt = performance.now()
  let hasBegun = false
  try {
    for await (const event of takeSteps(req, { messages, signal, settings, model: modelOf(req) })) {
      if (!hasBegun) observeFirst(req.payload, (performance.now() - askedAt) / 1000)
      hasBegun = true
      if (event.kind === 'end') {
        tally.outcome = event.reason === 'content-filter' ? 'blocked' : 'answered'
        tally.usage = event.usage
      }
      yield event
    }
  } catch (error) {
    if (signal.aborted) return
    tally.outcome = 'failed'
    const isKnown = error instanceof ModelFailure
    req.payload.logger.error(isKnown ? { msg: error.message } : { err: error, msg: 'No answer' })
    if (!hasBegun) {
      await giveBack()
      throw refusalOf(req, error)
    }
    yield { kind: 'error', message: BROKEN_OFF }
  }
}

/**
 * Answers a question: at once where it shows a sign of danger, else through the model, which may look
 * things up with the caller's own rights. Every answer ends with its sources and the disclaimer. Whoever
 * stops listening, or aborts the signal, stops the model.
 * @throws {ApiError} before the first event only: 401, 429, 502, 503
 */
export async function* answer(
  req: PayloadRequest,
  { messages, signal }: Question,
): AsyncGenerator<AnswerEvent, void> {
  const tally: Tally = { outcome: 'refused', usage: NOTHING }
  try {
    const settings = await admit(req)
    const advice = await emergencyAdvice(req, messages.at(-1)?.content ?? '')
    if (!advice) {
      yield* askModel(req, { messages, signal }, settings, tally)
      return
    }
    tally.outcome = 'emergency'
    yield { kind: 'text', text: advice.text + closingOf([]) }
    yield { kind: 'mark', mark: 'emergency' }
    yield { kind: 'end', reason: 'stop', usage: NOTHING, step: NOTHING }
  } finally {
    await record(req, tally)
  }
}
