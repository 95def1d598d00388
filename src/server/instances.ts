import type { Payload } from 'payload'

import type { HonestAdapter } from '@/database/adapter'
import { countTogether } from '@/lib/rateLimit'

import { connectRedis } from './redis'
import type { SocketAdapter } from './socketAdapter'
import { postgresSocketAdapter, redisSocketAdapter } from './socketAdapter'

/**
 * How the instances on one database hear of each other: over Redis where there is one, which then counts
 * rate limits too, else over Postgres.
 * @param redisUrl REDIS_URL
 */
export const connectInstances = async (
  payload: Payload,
  redisUrl: string | null,
): Promise<SocketAdapter> => {
  if (!redisUrl) {
    const { pool } = payload.db as unknown as HonestAdapter
    return postgresSocketAdapter(pool.options.connectionString ?? '', payload.logger)
  }
  const redis = await connectRedis(redisUrl, payload.logger)
  countTogether(redis)
  return redisSocketAdapter(redis)
}
