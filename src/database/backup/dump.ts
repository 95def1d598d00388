import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { listSequences, listTables } from './catalogue'
import { columnList, qualified } from './connection'
import { RECORDED_MIGRATIONS, TABLES_FOLDER } from './manifest'
import type { Manifest, TableEntry } from './manifest'

type Dump = Pick<Manifest, 'migrations' | 'tables' | 'sequences'>

const dumpTable = async (
  client: pg.Client,
  folder: string,
  { name, columns }: { name: string; columns: string[] },
): Promise<TableEntry> => {
  const file = `${TABLES_FOLDER}/${encodeURIComponent(name)}.copy`
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const rows = client.query(to(`COPY ${qualified(name)} (${columnList(columns)}) TO STDOUT`))
  await pipeline(rows, hashing, createWriteStream(join(folder, file), { mode: 0o600 }))
  return { name, columns, rows: rows.rowCount, file, sha256: hash.digest('hex') }
}

const dumpSequence = async (
  client: pg.Client,
  name: string,
): Promise<Dump['sequences'][number]> => {
  const { rows } = await client.query<{ last: string; called: boolean }>(
    `SELECT last_value::text AS last, is_called AS called FROM ${qualified(name)}`,
  )
  return { name, lastValue: rows[0]?.last ?? '1', isCalled: rows[0]?.called ?? false }
}

const dumpAll = async (client: pg.Client, folder: string): Promise<Dump> => {
  const tables = await listTables(client)
  if (!tables.some(({ name }) => name === 'payload_migrations')) {
    throw new Error('The database is empty: start Sehat once, then there is something to back up.')
  }
  // Against a migration that would change the tables in the midst of this.
  await client.query(`LOCK TABLE ${tables.map(({ name }) => qualified(name)).join(', ')}
    IN ACCESS SHARE MODE`)
  const migrations = await client.query<{ name: string }>(RECORDED_MIGRATIONS)

  await mkdir(join(folder, TABLES_FOLDER), { recursive: true })
  const entries: TableEntry[] = []
  for (const table of tables) entries.push(await dumpTable(client, folder, table))

  const sequences: Dump['sequences'] = []
  for (const name of await listSequences(client)) sequences.push(await dumpSequence(client, name))
  return { migrations: migrations.rows.map(({ name }) => name), tables: entries, sequences }
}

/**
 * Writes every table's rows into files under `folder`, all as they were at one moment. Sequences
 * move outside transactions; they are read after the tables, so never behind them.
 * @throws {Error} when the database was never migrated
 */
export const dump = async (client: pg.Client, folder: string): Promise<Dump> => {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    return await dumpAll(client, folder)
  } finally {
    // Nothing was written: there is nothing to commit.
    await client.query('ROLLBACK').catch(() => undefined)
  }
}
