import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import type { Migrations } from '../adapter'
import { MIGRATION_LOCK } from '../migrate'
import { unpack } from './archive'
import { listTables } from './catalogue'
import { qualified, withClient } from './connection'
import { load } from './load'
import { MEDIA_FOLDER } from './manifest'
import type { Manifest } from './manifest'
import { WORK_FOLDER, keepNewMedia, readSwapState, swapMedia } from './media'
import { migrationsOf } from './schema'
import { settleInterruptedRestore } from './settle'

export type RestoreOptions = {
  /** The database's address. */
  url: string
  mediaDir: string
  /** The archive to read. */
  file: string
  /** Whether a database that has data may be replaced. */
  replace: boolean
  migrations: Migrations
  log: (message: string) => void
}

/** What an unpacking that failed was still writing may come back once. */
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }

const refuseWhileUsed = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT coalesce(nullif(application_name, ''), 'a program without a name') AS name
     FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user
       AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  )
  if (rows.length === 0) return
  const names = rows.map(({ name }) => name).join(', ')
  throw new Error(`The database is in use (${names}): stop the server first. Nothing was changed.`)
}

const refuseToReplace = async (client: pg.Client): Promise<void> => {
  for (const { name } of await listTables(client)) {
    if (name === 'payload_migrations') continue
    const { rowCount } = await client.query(`SELECT FROM ${qualified(name)} LIMIT 1`)
    if (!rowCount) continue
    throw new Error(
      'The database has data in it. To replace all of it, say --yes. Nothing was changed.',
    )
  }
}

const prepare = async (client: pg.Client, replace: boolean): Promise<void> => {
  const lock = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_xact_lock($1) AS taken',
    [MIGRATION_LOCK],
  )
  if (!lock.rows[0]?.taken) throw new Error('The database is being migrated: try again afterwards.')
  await refuseWhileUsed(client)
  if (!replace) await refuseToReplace(client)
}

const currentTransaction = async (client: pg.Client) => {
  const { rows } = await client.query<{ database: string; transaction: string }>(
    'SELECT current_database() AS database, pg_current_xact_id()::text AS transaction',
  )
  return rows[0] ?? { database: '', transaction: '' }
}

/** Tables, then uploads, then COMMIT: the database's word decides about both. */
const replaceAll = async (
  client: pg.Client,
  options: RestoreOptions,
  manifest: Manifest,
  unpacked: string,
): Promise<void> => {
  const { mediaDir, migrations, log } = options
  await client.query('BEGIN')
  try {
    await prepare(client, options.replace)
    log(`Loading ${manifest.tables.length} tables.`)
    await load(client, unpacked, manifest, migrationsOf(manifest.migrations, migrations))
    log(`Putting ${manifest.media.length} uploads in their place.`)
    const state = await currentTransaction(client)
    await mkdir(join(unpacked, MEDIA_FOLDER), { recursive: true })
    await swapMedia(mediaDir, join(unpacked, MEDIA_FOLDER), state)
    log('Committing.')
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

const settle = async ({ url, mediaDir, log }: RestoreOptions): Promise<void> => {
  if (!(await readSwapState(mediaDir))) return
  await withClient(url, (client) => settleInterruptedRestore(client, mediaDir, log))
}

/**
 * Replaces database and uploads by a backup's: all of it, or nothing. The archive is unpacked and
 * checked before anything is touched; migrations that came after the backup run at the next start.
 * @throws {Error} a sentence that says why nothing was changed
 */
export const restoreBackup = async (options: RestoreOptions): Promise<Manifest> => {
  const { url, mediaDir, log } = options
  const work = join(mediaDir, WORK_FOLDER)
  const unpacked = join(work, 'unpacked')
  await mkdir(mediaDir, { recursive: true })
  await settle(options)
  await rm(work, REMOVE)
  try {
    const manifest = await unpack(resolve(options.file), unpacked)
    log(`The archive is whole (made ${manifest.createdAt} by Sehat ${manifest.appVersion}).`)
    await withClient(url, (client) => replaceAll(client, options, manifest, unpacked))
    await keepNewMedia(mediaDir)
    await withClient(url, (client) => client.query('ANALYZE'))
    return manifest
  } catch (error) {
    // A lost connection leaves open whether COMMIT was done: the database is asked.
    await settle(options)
    await rm(work, REMOVE)
    throw error
  }
}
