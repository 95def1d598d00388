import { z } from 'zod'

/** Days of one answer at most. */
const USAGE_DAYS_MAX = 366

const MS_PER_DAY = 86_400_000

/** Years that have days on both sides, to a database as well. */
const YEAR = /^[12]/u

const day = (name: string) =>
  z.iso
    .date({ error: `${name} tidak valid.` })
    .regex(YEAR, `${name} tidak valid.`)
    .optional()
    .describe("The clinic's calendar day: `2026-11-21`.")

const daysOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }): number =>
  from && to ? (Date.parse(to) - Date.parse(from)) / MS_PER_DAY + 1 : 1

/** `GET /api/assistant/usage`; the last thirty days where nothing is said. */
export const usageQuery = z
  .object({ from: day('from'), to: day('to') })
  .refine((asked) => daysOf(asked) >= 1, { path: ['to'], error: 'to tidak boleh sebelum from.' })
  .refine((asked) => daysOf(asked) <= USAGE_DAYS_MAX, {
    path: ['from'],
    error: `Paling banyak ${USAGE_DAYS_MAX} hari.`,
  })
export type UsageQuery = z.infer<typeof usageQuery>

const count = (description: string) => z.int().min(0).describe(description)

const dayUsage = z
  .object({
    day: z.string().describe("The clinic's calendar day: `2026-11-21`."),
    requests: count('Questions that were answered, or could not be.'),
    promptTokens: count('Tokens that the model read.'),
    completionTokens: count('Tokens that the model wrote.'),
    errors: count('Questions that the model did not answer, or not to the end.'),
    blocked: count('Questions that the model would not answer.'),
  })
  .meta({ id: 'AssistantDayUsage' })
export type DayUsage = z.infer<typeof dayUsage>

export const usageAnswer = z
  .object({
    isConfigured: z.boolean().describe("Whether there is a key of Google's (GEMINI_API_KEY)."),
    model: z.string().describe('The model that answers.'),
    days: z.array(dayUsage).describe('Oldest first; days without questions are 0.'),
  })
  .meta({ id: 'AssistantUsage' })
export type UsageReport = z.infer<typeof usageAnswer>
