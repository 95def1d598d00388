import { STATUS_CODES } from 'node:http'

import { ApiError } from '@/lib/apiError'

import type { Refusal } from '../api/refusal'
import { REFUSALS } from '../api/refusal'
import type { Answer, Examples, JsonSchema } from './openapi'
import { json } from './openapi'

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
}

const answerOf = (status: number, schema: JsonSchema, examples: Examples): Answer => ({
  description: STATUS_CODES[status] ?? 'Error',
  ...(status === 429 ? { headers: RETRY_AFTER } : {}),
  content: json(schema, examples),
})

/** What a client is answered when something is thrown. */
export type Present = (error: unknown) => { status: number; body: unknown }

/**
 * The responses that errors make: one for each status, with every message that it may carry as an
 * example, in the words that the client gets.
 * @param thrown what the operation throws
 */
export const failureAnswers = (
  present: Present,
  schema: JsonSchema,
  thrown: Error[],
): Record<string, Answer> => {
  const byStatus = new Map<number, Examples>()
  for (const error of thrown) {
    const { status, body } = present(error)
    const examples = byStatus.get(status) ?? {}
    byStatus.set(status, examples)
    const summary = error instanceof ApiError ? error.message : 'Invalid fields'
    examples[`example${Object.keys(examples).length + 1}`] = { summary, value: body }
  }
  const statuses = [...byStatus].sort(([left], [right]) => left - right)
  return Object.fromEntries(
    statuses.map(([status, examples]) => [String(status), answerOf(status, schema, examples)]),
  )
}

/** What the server refuses by itself, as an error. */
export const refusedByServer = ({ status, message }: Refusal): ApiError =>
  new ApiError(status, message)

/** What the server may answer to any request, whatever it is about. */
export const unforeseen = (present: Present, schema: JsonSchema): Answer => ({
  description: 'Anything else, for instance 500.',
  content: json(schema, {
    example1: {
      summary: REFUSALS.failed.message,
      value: present(refusedByServer(REFUSALS.failed)).body,
    },
  }),
})
