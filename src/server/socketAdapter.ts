import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter'
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter'
import type { Redis } from 'ioredis'
import type { Payload } from 'payload'
import pg from 'pg'
import type { ServerOptions } from 'socket.io'

import { createNotices } from './postgresNotices'

type Logger = Pick<Payload['logger'], 'warn'>

/** Carries events from instance to instance. */
export type SocketAdapter = {
  adapter: NonNullable<ServerOptions['adapter']>
  /** Kept once the socket server hears the other instances: what they told before is not made up for. */
  hears: Promise<void>
  /** To be called when the socket server is closed. */
  close: () => Promise<void>
}

const PREFIX = 'sehat:sockets'

/**
 * Milliseconds. What waits for longer for the database is lost: those who hear of it look for themselves
 * now and then.
 */
const POSTGRES_TIMEOUTS = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 5_000,
  query_timeout: 5_000,
} as const

/** Bytes. Postgres carries less than 8,000 in a notice; the adapter puts what is larger into a table. */
const NOTICE_MAX = 7_900
/** How the adapter sends a notice. */
const NOTIFY = 'SELECT pg_notify($1, $2)'

/** What Redis keeps for instances that have not read it yet; the adapter's own 10,000 are soon told. */
const STREAM_MAX = 50_000

/** Over Redis: streams for what is told, publish and subscribe for what instances say to each other. */
export const redisSocketAdapter = (redis: Redis): SocketAdapter => ({
  adapter: createRedisAdapter(redis, {
    streamName: PREFIX,
    channelPrefix: PREFIX,
    maxLen: STREAM_MAX,
  }),
  hears: Promise.resolve(),
  close: async () => redis.disconnect(),
})

/**
 * Over LISTEN and NOTIFY. The adapter holds one connection for good and hands it back to nobody when it
 * breaks: each is made for it alone, beside a pool of one. It sends each notice by itself too, and lost
 * what waited for the pool: they are gathered here.
 */
export const postgresSocketAdapter = (connectionString: string, logger: Logger): SocketAdapter => {
  const warn = (err: Error, notices?: number) =>
    logger.warn({ err, notices, msg: 'Instances could not tell each other something' })
  const settings = {
    ...POSTGRES_TIMEOUTS,
    connectionString,
    keepAlive: true,
    application_name: 'sehat sockets',
  }
  const pool = new pg.Pool({ ...settings, max: 1 })
  pool.on('error', (err) => warn(err))
  const { notify } = createNotices(pool, warn)
  const query = async (statement: string, values: string[] = []): Promise<unknown> => {
    const [channel, payload] = values
    if (statement !== NOTIFY || !channel || !payload) return pool.query(statement, values)
    return notify(channel, payload)
  }

  let hearing: () => void = () => undefined
  const hears = new Promise<void>((resolve) => {
    hearing = resolve
  })
  let listening: pg.Client | undefined
  const hangUp = async (): Promise<void> => {
    const client = listening
    listening = undefined
    client?.removeAllListeners('notification').removeAllListeners('end')
    await client?.end().catch(() => undefined)
  }
  const listen = async () => {
    // Of two that were begun only one may stay, else everything is heard twice.
    void hangUp()
    const client = new pg.Client(settings)
    listening = client
    client.on('error', warn)
    await client.connect()
    return {
      on: client.on.bind(client),
      removeAllListeners: client.removeAllListeners.bind(client),
      release: () => void hangUp(),
      // Nothing but LISTEN is asked of it.
      query: async (statement: string) => {
        await client.query(statement)
        hearing()
      },
    }
  }
  return {
    adapter: createPostgresAdapter({ connect: listen, query } as unknown as pg.Pool, {
      channelPrefix: PREFIX,
      payloadThreshold: NOTICE_MAX,
      errorHandler: warn,
    }),
    hears,
    close: async () => {
      await hangUp()
      await pool.end()
    },
  }
}
