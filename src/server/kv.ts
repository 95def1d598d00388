import { redisKVAdapter } from '@payloadcms/kv-redis'
import type { Config } from 'payload'
import { databaseKVAdapter } from 'payload'

/** ioredis reads these from the address: it connects when it is first asked, and does not wait for long. */
const OPTIONS = { lazyConnect: 'true', maxRetriesPerRequest: '1', connectTimeout: '5000' }

/**
 * Payload's key-value store: in Redis where there is one, else in a table. The table is there either
 * way, so that the schema is the same everywhere.
 */
export const kv = (redisUrl: string | null): Pick<Config, 'kv'> => {
  const inTable = databaseKVAdapter()
  if (!redisUrl) return { kv: inTable }
  const url = new URL(redisUrl)
  for (const [name, value] of Object.entries(OPTIONS)) url.searchParams.set(name, value)
  const inRedis = redisKVAdapter({ keyPrefix: 'sehat:kv:', redisURL: url.href })
  return { kv: { ...inTable, init: (args) => inRedis.init(args) } }
}
