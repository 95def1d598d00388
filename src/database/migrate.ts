import { sql } from '@payloadcms/db-postgres'
import type { Migration } from 'payload'

import type { HonestAdapter, Migrations } from './adapter'

/** Any number, the same in every process: the name of the lock that migrating processes take. */
export const MIGRATION_LOCK = 7_345_120_001

/** A migration may build an index over a large table, so the time-outs of requests do not bind it. */
const withoutTimeout = (migrations: Migrations): Migrations =>
  migrations.map((migration) => ({
    ...migration,
    up: async (args) => {
      await args.db.execute(sql`SET LOCAL statement_timeout = 0`)
      await migration.up(args)
    },
  }))

/**
 * The names of the migrations that this program has and the database has not.
 */
export const pendingMigrations = async (
  adapter: Pick<HonestAdapter, 'pool'>,
  migrations: Migrations,
): Promise<string[]> => {
  const table = await adapter.pool.query<{ exists: boolean }>(
    `SELECT to_regclass('payload_migrations') IS NOT NULL AS exists`,
  )
  if (!table.rows[0]?.exists) return migrations.map(({ name }) => name)
  const { rows } = await adapter.pool.query<{ name: string }>('SELECT name FROM payload_migrations')
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name))
}

/**
 * Runs what is pending, one process at a time: two processes that migrate an empty database at once
 * would crash one another. Everybody else waits, then finds nothing to do.
 */
export const migrateUnderLock = async (
  adapter: HonestAdapter,
  migrations: Migrations,
): Promise<void> => {
  if ((await pendingMigrations(adapter, migrations)).length === 0) return
  const client = await adapter.pool.connect()
  try {
    // Waiting here may take as long as another instance's migrations do.
    await client.query('SET lock_timeout = 0; SET statement_timeout = 0')
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    if ((await pendingMigrations(adapter, migrations)).length === 0) return
    await adapter.migrate({ migrations: withoutTimeout(migrations) as Migration[] })
  } finally {
    // Ending the connection gives back the lock and the time-outs, whatever happened.
    client.release(true)
  }
}
