import { randomUUID } from 'node:crypto'

import type { MigrateDownArgs, MigrateUpArgs, PostgresAdapter } from '@payloadcms/db-postgres'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { NodePgSession, NodePgTransaction } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { DatabaseAdapterObj, Payload } from 'payload'
import pg from 'pg'

import { isMigrationCommand } from '@/env'

import type { EmbeddedPostgres } from './embedded'
import { startEmbeddedPostgres } from './embedded'
import { CommitFailedError, TransactionGoneError } from './errors'
import { migrateUnderLock } from './migrate'

export type Migrations = {
  name: string
  up: (args: MigrateUpArgs) => Promise<void>
  down: (args: MigrateDownArgs) => Promise<void>
}[]

export type DatabaseOptions = {
  /** null: an embedded Postgres keeps its data in `dataDir`. */
  url: string | null
  dataDir: string
  /** Connections at most; 2 or more. */
  poolMax: number
  migrationDir: string
  migrations: Migrations
  schemaFile: string
}

/** A transaction that is under way: its connection, and what waits for its commit. */
type OpenTransaction = { client: pg.PoolClient; afterCommit: (() => Promise<void> | void)[] }

/** Payload's adapter with honest commits, bound to its own transactions. */
export type HonestAdapter = PostgresAdapter & { open: Map<string, OpenTransaction> }

/** Milliseconds. No request may hold a lock, or a connection, for longer than this. */
const TIMEOUTS = {
  statement_timeout: 30_000,
  lock_timeout: 15_000,
  idle_in_transaction_session_timeout: 60_000,
  connectionTimeoutMillis: 15_000,
} as const

const take = (adapter: HonestAdapter, id: string): OpenTransaction | undefined => {
  const transaction = adapter.open.get(id)
  adapter.open.delete(id)
  // Payload's type knows no absent session, its code does.
  Reflect.deleteProperty(adapter.sessions, id)
  return transaction
}

/**
 * Opens a transaction on a connection of its own. Payload's version hands the COMMIT to drizzle and
 * loses its result; this one keeps the connection, so that `commit` can look at what Postgres says.
 */
const begin = async (adapter: HonestAdapter): Promise<string> => {
  const client = await adapter.pool.connect()
  // pg emits 'error' on a checked-out client whose backend dies; without a listener that ends the process.
  if (client.listenerCount('error') === 0) client.on('error', () => undefined)
  try {
    await client.query('BEGIN')
  } catch (error) {
    client.release(true)
    throw error
  }
  const { dialect, session } = adapter.drizzle as unknown as {
    dialect: ConstructorParameters<typeof NodePgSession>[1]
    session: { schema: never; options: object }
  }
  const pinned = new NodePgSession(client, dialect, session.schema, session.options)
  const id = randomUUID()
  adapter.sessions[id] = {
    db: new NodePgTransaction(dialect, pinned as never, session.schema),
    resolve: () => Promise.resolve(),
    reject: () => Promise.resolve(),
  }
  adapter.open.set(id, { client, afterCommit: [] })
  return id
}

/**
 * Commits, and believes only Postgres' own word for it.
 * @throws {TransactionGoneError} when the transaction was ended by somebody else
 * @throws {CommitFailedError} when COMMIT failed or rolled back; `cause` carries Postgres' error
 */
const commit = async (adapter: HonestAdapter, id: string): Promise<void> => {
  const transaction = take(adapter, id)
  if (!transaction) throw new TransactionGoneError()
  const { client, afterCommit } = transaction
  let answer: pg.QueryResult
  try {
    answer = await client.query('COMMIT')
  } catch (error) {
    // Whatever is left of this connection, it is not one to give to the next request.
    client.release(true)
    throw new CommitFailedError('The transaction could not be committed.', { cause: error })
  }
  client.release()
  if (answer.command !== 'COMMIT') {
    throw new CommitFailedError(`Postgres answered COMMIT with ${answer.command}.`)
  }
  for (const effect of afterCommit) {
    try {
      await effect()
    } catch (err) {
      // The write stands; what follows it may fail alone.
      adapter.payload.logger.error({ err, msg: 'An effect after commit failed' })
    }
  }
}

const rollback = async (adapter: HonestAdapter, id: string): Promise<void> => {
  const transaction = take(adapter, id)
  if (!transaction) return
  try {
    await transaction.client.query('ROLLBACK')
    transaction.client.release()
  } catch {
    transaction.client.release(true)
  }
}

const createPool = (adapter: HonestAdapter, url: string, poolMax: number): pg.Pool => {
  const pool = new pg.Pool({
    ...TIMEOUTS,
    connectionString: url,
    max: poolMax,
    application_name: 'sehat',
    keepAlive: true,
  })
  pool.on('error', (err) => {
    adapter.payload.logger.warn({ err, msg: 'An idle database connection was lost' })
  })
  return pool
}

const makeHonest = (adapter: HonestAdapter, options: DatabaseOptions): HonestAdapter => {
  let embedded: EmbeddedPostgres | undefined
  const { connect, destroy } = adapter
  adapter.open = new Map()
  adapter.beginTransaction = () => begin(adapter)
  adapter.commitTransaction = async (id) => commit(adapter, String(await id))
  adapter.rollbackTransaction = async (id) => rollback(adapter, String(await id))

  adapter.connect = async (args) => {
    if (!options.url) {
      const log = (message: string) => {
        adapter.payload.logger.info(message)
      }
      embedded = await startEmbeddedPostgres({ dataDir: options.dataDir, log })
    }
    // With a pool at hand Payload's connect takes no connection of its own, which it would keep for good.
    adapter.pool = createPool(adapter, embedded?.url ?? options.url ?? '', options.poolMax)
    await connect?.call(adapter, args)
    if (!isMigrationCommand()) await migrateUnderLock(adapter, options.migrations)
  }

  adapter.destroy = async () => {
    const { pool } = adapter as { pool?: pg.Pool }
    await destroy?.call(adapter)
    if (pool && !pool.ended) await pool.end()
    await embedded?.stop()
    embedded = undefined
  }
  return adapter
}

/**
 * Payload's Postgres adapter made honest (docs/decisions/0003-honest-commits.md): integer ids, migrations
 * only (`push: false`), a commit that is checked, time-outs, and an embedded Postgres where no URL is given.
 */
export const database = (options: DatabaseOptions): DatabaseAdapterObj => {
  const base = postgresAdapter({
    idType: 'serial',
    push: false,
    migrationDir: options.migrationDir,
    generateSchemaOutputFile: options.schemaFile,
    pool: {},
  })
  return {
    ...base,
    init: ({ payload }: { payload: Payload }) =>
      makeHonest(base.init({ payload }) as unknown as HonestAdapter, options),
  }
}
