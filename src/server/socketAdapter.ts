import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter'
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter'
import type { Redis } from 'ioredis'
import type { Payload } from 'payload'
import pg from 'pg'
import type { ServerOptions } from 'socket.io'

type Logger = Pick<Payload['logger'], 'warn'>

/** Carries events from instance to instance. */
export type SocketAdapter = {
  adapter: NonNullable<ServerOptions['adapter']>
  /** To be called when the socket server is closed. */
  close: () => Promise<void>
}

const PREFIX = 'sehat:sockets'

/** Milliseconds. What waits for longer is lost: those who hear of it look for themselves now and then. */
const POSTGRES_TIMEOUTS = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 5_000,
  query_timeout: 5_000,
} as const

/** Over Redis: streams for what is told, publish and subscribe for what instances say to each other. */
export const redisSocketAdapter = (redis: Redis): SocketAdapter => ({
  adapter: createRedisAdapter(redis, { streamName: PREFIX, channelPrefix: PREFIX }),
  close: async () => redis.disconnect(),
})

/**
 * Over LISTEN and NOTIFY. The adapter holds one connection for good and hands it back to nobody when it
 * breaks: each is made for it alone, beside a pool of one, in which notices keep their order.
 */
export const postgresSocketAdapter = (connectionString: string, logger: Logger): SocketAdapter => {
  const warn = (err: Error) =>
    logger.warn({ err, msg: 'Instances could not tell each other something' })
  const settings = {
    ...POSTGRES_TIMEOUTS,
    connectionString,
    keepAlive: true,
    application_name: 'sehat sockets',
  }
  const notices = new pg.Pool({ ...settings, max: 1 })
  notices.on('error', warn)

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
    return Object.assign(client, { release: () => void hangUp() })
  }
  return {
    adapter: createPostgresAdapter(
      { connect: listen, query: notices.query.bind(notices) } as unknown as pg.Pool,
      { channelPrefix: PREFIX, errorHandler: warn },
    ),
    close: async () => {
      await hangUp()
      await notices.end()
    },
  }
}
