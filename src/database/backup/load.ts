import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Migrations } from '../adapter'
import { listTables } from './catalogue'
import { columnList, qualified } from './connection'
import type { Manifest, TableEntry } from './manifest'
import { rebuildSchema, withoutRules } from './schema'

const loadTable = async (
  client: pg.Client,
  folder: string,
  { name, columns, file }: TableEntry,
): Promise<void> => {
  const copy = `COPY ${qualified(name)} (${columnList(columns)}) FROM STDIN`
  await pipeline(createReadStream(join(folder, file)), client.query(from(copy)))
}

const countRows = async (client: pg.Client, table: string): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(
    `SELECT count(*) AS n FROM ${qualified(table)}`,
  )
  return Number(rows[0]?.n)
}

const verifyRows = async (client: pg.Client, tables: TableEntry[]): Promise<void> => {
  for (const { name, rows } of tables) {
    const found = await countRows(client, name)
    if (found === rows) continue
    throw new Error(`${name} should have ${rows} rows, but has ${found} after loading.`)
  }
}

/**
 * Builds the tables of a backup and fills them, in the transaction that is open: whoever throws away
 * that transaction has changed nothing.
 * @throws {Error} when rows do not fit the tables, break a foreign key, or are not as many as noted
 */
export const load = async (
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  migrations: Migrations,
): Promise<void> => {
  await rebuildSchema(client, migrations)
  const tables = (await listTables(client)).map(({ name }) => qualified(name))
  await withoutRules(client, async () => {
    await client.query(`TRUNCATE ${tables.join(', ')}`)
    for (const table of manifest.tables) await loadTable(client, folder, table)
  })
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
      qualified(name),
      lastValue,
      isCalled,
    ])
  }
  await verifyRows(client, manifest.tables)
}
