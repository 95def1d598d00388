import { setTimeout as sleep } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import type { Answer, IdempotencyKey } from '@/database/idempotency'
import { dropClaim, keepAnswer, leaseKey } from '@/database/idempotency'

import { claimOf, refusalOf } from './idempotent'
import { keyUsedOtherwise } from './refusals'

const POLL_MS = 100

/**
 * The claim is ours, or the first request's answer; waits while that one is under way.
 * @throws {ApiError} 422
 */
const leaseOrWait = async (req: PayloadRequest, claim: IdempotencyKey): Promise<Answer | null> => {
  for (;;) {
    const leased = await leaseKey(req, claim)
    if (leased.state === 'ours') return null
    if (leased.state === 'answered') return leased.answer
    if (leased.state === 'other-body') throw keyUsedOtherwise()
    await sleep(POLL_MS)
  }
}

/**
 * Runs a POST that makes transactions of its own, honouring `Idempotency-Key` as `idempotent` does: the
 * claim is committed first, with a lease. If this process dies, a repetition takes the claim over when
 * the lease is over; `run` must then find what was done already. A failure of ours (5xx) frees the key.
 * @throws {ApiError} 422 for a key that came with another body, or is too long
 */
export const idempotentCommitted = async (
  req: PayloadRequest,
  route: string,
  body: unknown,
  present: (error: unknown) => Answer,
  run: () => Promise<Answer>,
): Promise<Answer> => {
  const claim = claimOf(req, route, body)
  if (!claim) return run()
  const kept = await leaseOrWait(req, claim)
  if (kept) return kept
  try {
    const answer = await run()
    await keepAnswer(req, claim, answer)
    return answer
  } catch (error) {
    const refusal = refusalOf(error, present)
    if (refusal) await keepAnswer(req, claim, refusal)
    else await dropClaim(req, claim)
    throw error
  }
}
