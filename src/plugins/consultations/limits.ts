import type { PayloadRequest } from 'payload'

import type { Limit } from '@/lib/rateLimit'
import { consume } from '@/lib/rateLimit'

/** As for all sockets of a user together: 240 at once, then 40 a second (contracts/README). */
const MESSAGES: Limit = { name: 'chat-messages', points: 240, seconds: 6 }

/** Counts a message, or a mark, that somebody sends over HTTP. @throws {ApiError} 429 */
export const countMessage = async (req: PayloadRequest, rateLimitFactor: number): Promise<void> =>
  consume(req, MESSAGES, String(req.user?.id), rateLimitFactor)
