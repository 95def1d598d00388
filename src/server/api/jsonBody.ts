/** Deeper than any document of ours; far from what recursion over it could overflow. */
const MAX_NESTING = 200

const LONE_SURROGATE = /\p{Surrogate}/u

/** Postgres stores neither U+0000 nor half a surrogate pair, not in text and not in jsonb. */
const isStorable = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text)

const isSound = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_NESTING) return false
  return Object.entries(value).every(
    ([key, member]) => isStorable(key) && isSound(member, depth + 1),
  )
}

/**
 * Parses what a client sent as JSON.
 * @returns undefined when it is no JSON, is nested without reason, or holds what no database can store
 */
export const parseJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return isSound(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
