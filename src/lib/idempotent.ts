import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { Answer, IdempotencyKey } from '@/database/idempotency'
import { claimKey, keepAnswer } from '@/database/idempotency'
import { withTransaction } from '@/database/transactions'

import { keyTooLong, keyUsedOtherwise } from './refusals'

const KEY_MAX = 255
/** Refusals that say nothing of the request's effect, or that the same body always gets anyway. */
const NOT_KEPT = new Set([401, 408, 422, 429])

/** The same for two bodies that say the same: keys in order, files by their bytes. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  )
}

const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(body)) ?? '')
    .digest('hex')

/** The answer of a refusal that is kept beside the key; null for what a repetition should try again. */
export const refusalOf = (error: unknown, present: (error: unknown) => Answer): Answer | null => {
  const answer = present(error)
  const isRefusal = answer.status >= 400 && answer.status < 500
  return isRefusal && !NOT_KEPT.has(answer.status) ? answer : null
}

/** The key that came with a request. @throws {ApiError} 422 when it is too long */
export const claimOf = (
  req: PayloadRequest,
  route: string,
  body: unknown,
): IdempotencyKey | null => {
  const key = req.headers.get('Idempotency-Key')
  if (!key || !req.user) return null
  if (key.length > KEY_MAX) throw keyTooLong()
  return { userId: req.user.id, route, key, bodyHash: hashOf(body) }
}

/**
 * Runs a money or stock POST in one transaction, honouring `Idempotency-Key` (architecture, "Money,
 * stock and time", 10): per user and route, kept 24 hours; the same key and body get the first answer
 * again, and wait for it while it is under way.
 * @param route the path's pattern with its ids filled in
 * @param present what a thrown error is answered with; refusals are kept too
 * @throws {ApiError} 422 for a key that came with another body, or is too long
 */
export const idempotent = async (
  req: PayloadRequest,
  route: string,
  body: unknown,
  present: (error: unknown) => Answer,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  const claim = claimOf(req, route, body)
  if (!claim) return withTransaction(req, run)
  let isOurs = false
  try {
    return await withTransaction(req, async () => {
      isOurs = false
      const claimed = await claimKey(req, claim)
      if (claimed.state === 'answered') return claimed.answer
      if (claimed.state === 'other-body') {
        throw keyUsedOtherwise()
      }
      isOurs = true
      const answer = await run()
      await keepAnswer(req, claim, answer)
      return answer
    })
  } catch (error) {
    const refusal = isOurs ? refusalOf(error, present) : null
    if (refusal) await keepAnswer(req, claim, refusal)
    throw error
  }
}
