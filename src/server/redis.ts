import type { RedisOptions } from 'ioredis'
import { Redis } from 'ioredis'
import type { Payload } from 'payload'

type Logger = Pick<Payload['logger'], 'info' | 'warn'>

/** How long a start waits for a Redis that may come a little later. */
const START_PATIENCE_MS = 3_000
const RETRY_MAX_MS = 2_000

const COMMON: RedisOptions = {
  connectionName: 'sehat',
  connectTimeout: 5_000,
  keepAlive: 10_000,
  /** Of a connection that owes an answer: it is dead, and made anew. */
  socketTimeout: 15_000,
  retryStrategy: (times) => Math.min(times * 100, RETRY_MAX_MS),
}

/** What a request may wait for fails at once where it cannot be done now; nothing is done later, or twice. */
const COMMANDS: RedisOptions = {
  ...COMMON,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 1_000,
}

/** What only reads waits for as long as it takes. */
const READING: RedisOptions = {
  ...COMMON,
  enableOfflineQueue: true,
  autoResendUnfulfilledCommands: true,
  maxRetriesPerRequest: null,
  // Else `duplicate` would keep the other one's.
  commandTimeout: undefined,
}

/** Tells once that Redis is away, and once that it is back. */
const reportOn = (client: Redis, logger: Logger): void => {
  let isAway = false
  client.on('error', (err: Error) => {
    if (!isAway) logger.warn({ err, msg: 'Redis is away; each instance goes on alone' })
    isAway = true
  })
  client.on('ready', () => {
    if (isAway) logger.info('Redis is back')
    isAway = false
  })
}

const readyOr = async (client: Redis, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    client.once('ready', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Nobody looks at these promises in Socket.IO's adapter, and Node ends a process for one that fails. */
const withoutRejections = (client: Redis, ...names: ('publish' | 'subscribe')[]): Redis => {
  for (const name of names) {
    const send = client[name].bind(client) as (...args: unknown[]) => Promise<unknown>
    Object.assign(client, { [name]: async (...args: unknown[]) => send(...args).catch(() => 0) })
  }
  return client
}

/**
 * A connection for commands, whose `duplicate` makes one for reading. A Redis that is away, at the start
 * or later, costs nobody more than a second: commands are refused at once, and tried on when it is back.
 */
export const connectRedis = async (url: string, logger: Logger): Promise<Redis> => {
  const client = withoutRejections(new Redis(url, COMMANDS), 'publish')
  const duplicate = client.duplicate.bind(client)
  client.duplicate = (override) =>
    withoutRejections(duplicate({ ...READING, ...override }), 'subscribe')
  reportOn(client, logger)
  await readyOr(client, START_PATIENCE_MS)
  return client
}
