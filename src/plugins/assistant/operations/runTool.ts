import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { ApiError } from '@/lib/apiError'
import type { AssistantTool, Found } from '@/lib/assistantTool'

import { optionsOf } from '../options'

const FAILED = 'Data ini sedang tidak dapat dibaca.'
const NOTES_MAX = 5

const failure = (error: string): Found => ({ result: { error }, sources: [] })

/** What the caller may have looked up: guests are not offered what is for users. */
export const toolsFor = (req: PayloadRequest): AssistantTool[] =>
  optionsOf(req).tools.filter(({ isForUsers }) => !isForUsers || req.user !== null)

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

/**
 * Looks something up for the model, with the caller's own rights. What goes wrong is told to the model,
 * which may try otherwise.
 */
export const runTool = async (
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
