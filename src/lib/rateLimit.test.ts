import type { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { connectRedis } from '@/server/redis'

import { startRedis } from '../../tests/support/redis'
import { consume, countTogether, forgive } from './rateLimit'

const LIMIT = { name: 'a-test', points: 3, seconds: 600 }
const silent = { info: () => undefined, warn: () => undefined }

let server: Awaited<ReturnType<typeof startRedis>>
let redis: Redis
beforeEach(async () => {
  server = await startRedis()
  redis = await connectRedis(server.url, silent)
  countTogether(redis)
})
afterEach(async () => {
  countTogether(null)
  redis.disconnect()
  await server.stop()
})

/** How many of five tries are let through. */
const tries = async (key: string): Promise<number> => {
  let passed = 0
  for (let count = 0; count < 5; count += 1) {
    passed += await consume({}, LIMIT, key, 1).then(
      () => 1,
      (error: unknown) => {
        expect(error).toMatchObject({ status: 429 })
        return 0
      },
    )
  }
  return passed
}

it('counts for all processes that share a Redis', async () => {
  expect(await tries('a')).toBe(3)
  // As a process that has counted nothing yet.
  countTogether(redis)
  expect(await tries('a')).toBe(0)
  await forgive(LIMIT, 'a', 1)
  expect(await tries('a')).toBe(3)
})

it('counts alone while Redis is away, and together again afterwards', async () => {
  expect(await tries('b')).toBe(3)
  await server.kill()
  expect(await tries('b')).toBe(3)
  await forgive(LIMIT, 'b', 1)
  expect(await tries('b')).toBe(3)
  const back = new Promise((resolve) => redis.once('ready', resolve))
  await server.restart()
  await back
  // The new one knows of nobody.
  expect(await tries('b')).toBe(3)
  expect(await redis.get('sehat:limits:a-test:b')).toBe('5')
})
