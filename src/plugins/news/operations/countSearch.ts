import type { PayloadRequest } from 'payload'

import { clientIp } from '@/lib/clientIp'
import { consume } from '@/lib/rateLimit'

/** Of one address; whole offices share one. */
const SEARCHES = { name: 'news-search', points: 120, seconds: 60 }

/**
 * Counts a search, over the API or on a page. @param factor RATE_LIMIT_FACTOR
 * @throws {ApiError} 429
 */
export const countSearch = async (req: PayloadRequest, factor: number): Promise<void> =>
  consume(req, SEARCHES, clientIp(req.headers), factor)
