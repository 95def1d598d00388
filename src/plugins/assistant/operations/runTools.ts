import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { ApiError } from '@/lib/apiError'
import type { AssistantTool, Found } from '@/lib/assistantTool'

import { optionsOf } from '../options'

const FAILED = 'Data ini sedang tidak dapat dibaca.'
const NOTES_MAX = 5
/** Tools that run in one step; whatever a model was persuaded to ask for, the database is asked so often. */
const CALLS_MAX = 10
const TOO_MANY = `Paling banyak ${CALLS_MAX} alat sekali jalan.`

const failure = (error: string): Found => ({ result: { error }, sources: [] })

/** What the caller may have looked up: guests are not offered what is for users. */
export const toolsFor = (req: PayloadRequest): AssistantTool[] =>
  optionsOf(req).tools.filter(({ isForUsers }) => !isForUsers || Boolean(req.user))

/** What the model may know of a failure: what a client may, and nothing of the inside. */
const tellFailure = (req: PayloadRequest, tool: string, error: unknown): Found => {
  if (error instanceof z.ZodError) {
    const notes = error.issues.slice(0, NOTES_MAX)
    return failure(notes.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  }
  const { name, status, message, code, cause } = error as ApiError & { code?: string }
  if (status >= 400 && status < 500) return failure(message)
  // Not the error itself: a statement that failed names what was asked for.
  const sqlState = code ?? (cause as { code?: string } | undefined)?.code
  req.payload.logger.error({ tool, error: name, code: sqlState, msg: 'A tool failed' })
  return failure(FAILED)
}

const runTool = async (
  req: PayloadRequest,
  name: string,
  args: Record<string, unknown>,
): Promise<Found> => {
  const tool = toolsFor(req).find((one) => one.name === name)
  if (!tool) return failure(`Tidak ada alat bernama ${name.slice(0, 64)}.`)
  try {
    return await tool.run(req, tool.parameters.parse(args))
  } catch (error) {
    return tellFailure(req, name, error)
  }
}

/**
 * Looks up what the model asks for, with the caller's own rights. What goes wrong is told to the model,
 * which may try otherwise.
 */
export const runTools = async <Call extends { name: string; args: Record<string, unknown> }>(
  req: PayloadRequest,
  calls: Call[],
): Promise<(Call & Found)[]> =>
  Promise.all(
    calls.map(async (call, index) => ({
      ...call,
      ...(index < CALLS_MAX ? await runTool(req, call.name, call.args) : failure(TOO_MANY)),
    })),
  )
