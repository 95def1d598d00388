import type { PayloadRequest } from 'payload'

import type { Limit } from '@/lib/rateLimit'
import { consume } from '@/lib/rateLimit'

/** Codes that somebody may try: more would be guessing. */
const CODES: Limit = { name: 'coupon-codes', points: 30, seconds: 60 }

/** Counts a code that somebody sends. @throws {ApiError} 429 */
export const countCode = async (
  req: PayloadRequest,
  code: string | null | undefined,
  rateLimitFactor: number,
): Promise<void> => {
  if (code?.trim() && req.user) await consume(req, CODES, String(req.user.id), rateLimitFactor)
}
