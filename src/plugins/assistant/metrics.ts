import type { Payload } from 'payload'
import { Counter, Histogram } from 'prom-client'

import { metricOf } from '@/lib/metrics'

import type { Usage } from './model'

/** How a question ended: `aborted` by who asked, `failed` by the model. */
export type Outcome = 'answered' | 'emergency' | 'blocked' | 'failed' | 'aborted' | 'refused'

export const countOutcome = (payload: Payload, outcome: Outcome): void => {
  metricOf(
    payload,
    'sehat_assistant_requests_total',
    (settings) =>
      new Counter({
        ...settings,
        help: 'Questions to the assistant, by how they ended.',
        labelNames: ['outcome'],
      }),
  ).inc({ outcome })
}

export const countTokens = (payload: Payload, { promptTokens, completionTokens }: Usage): void => {
  const tokens = metricOf(
    payload,
    'sehat_assistant_tokens_total',
    (settings) => new Counter({ ...settings, help: 'Tokens of the model.', labelNames: ['kind'] }),
  )
  tokens.inc({ kind: 'prompt' }, promptTokens)
  tokens.inc({ kind: 'completion' }, completionTokens)
}

/** @param seconds from the question to the model's first event */
export const observeFirst = (payload: Payload, seconds: number): void => {
  metricOf(
    payload,
    'sehat_assistant_first_token_seconds',
    (settings) =>
      new Histogram({
        ...settings,
        help: "From a question to the model's first word.",
        buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 30],
      }),
  ).observe(seconds)
}
