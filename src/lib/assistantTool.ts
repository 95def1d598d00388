import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'

/** Where something that the assistant says stands; shown as a link. */
export type Source = {
  title: string
  /** A path of ours, beginning with a slash. */
  url: string
}

export type Found = {
  /** What the model reads; plain JSON. */
  result: Record<string, unknown>
  sources: Source[]
}

/**
 * Something that the assistant may look up. It runs with the caller's own rights: through the Local API
 * with `overrideAccess: false`, or an operation that asks `req.user` itself.
 */
export type AssistantTool = {
  /** As the model calls it: `search_obat`. */
  name: string
  /** What it finds, and when to use it; for the model. */
  description: string
  /** What it takes; the model's arguments are parsed with it. */
  parameters: z.ZodObject
  /** Only for those who are signed in; guests are not offered it. */
  isForUsers: boolean
  run: (req: PayloadRequest, args: Record<string, unknown>) => Promise<Found>
}

/** A tool whose arguments have the type that its schema says. */
export const assistantTool = <Parameters extends z.ZodObject>(
  tool: Omit<AssistantTool, 'parameters' | 'run'> & {
    parameters: Parameters
    run: (req: PayloadRequest, args: z.infer<Parameters>) => Promise<Found>
  },
): AssistantTool => ({
  ...tool,
  run: async (req, args) => tool.run(req, tool.parameters.parse(args)),
})

const ROWS_MAX = 10
const ROWS_DEFAULT = 5
const WORDS_MAX = 100

/** What is looked for, in a few words. */
export const words = z
  .string()
  .trim()
  .max(WORDS_MAX)
  .describe('One or two telling words, all of which are wanted: "batuk", not "obat batuk".')

/** How many are told at most. */
export const rows = z.number().int().min(1).max(ROWS_MAX).default(ROWS_DEFAULT)

/** The words of a text, none of them empty. */
export const wordsOf = (text: string | undefined): string[] =>
  // Postgres takes no zero in a text.
  (text ?? '').split(/[\s\p{Cc}]+/u).filter(Boolean)

/** Documents that have each word of a text in one of these fields at least. */
export const withWords = (text: string | undefined, ...fields: string[]): Where[] =>
  wordsOf(text).map((word) => ({ or: fields.map((field) => ({ [field]: { contains: word } })) }))
