import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { MigrateUpArgs } from '@payloadcms/db-postgres'
import type pg from 'pg'
import type { Migrations } from '../adapter'
import { emptySchema } from './emptySchema'

/** Payload is not there while a restore builds the tables; a migration needs nothing but its `db`. */
const absent = (name: string): never =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error(`A migration may use its \`db\` only: a restore has no \`${name}\``)
      },
    },
  ) as never

/**
 * Which migrations build the tables of a backup.
 * @throws {Error} when the backup knows a migration that this program does not have
 */
export const migrationsOf = (recorded: string[], known: Migrations): Migrations =>
  recorded.map((name) => {
    const migration = known.find((candidate) => candidate.name === name)
    if (migration) return migration
    throw new Error(`The backup was made by a newer version of Sehat (it knows migration ${name}).`)
  })

/** Builds the tables anew, in the transaction that is open. Whatever was there goes. */
export const rebuildSchema = async (client: pg.Client, migrations: Migrations): Promise<void> => {
  await emptySchema(client)
  const db = drizzle(client) as unknown as MigrateUpArgs['db']
  for (const { up } of migrations) {
    await up({ db, payload: absent('payload'), req: absent('req') })
  }
}

type Trigger = { table: string; name: string; state: 'O' | 'R' | 'A' }
type ForeignKey = { table: string; name: string; definition: string }

const ENABLE = { O: 'ENABLE TRIGGER', R: 'ENABLE REPLICA TRIGGER', A: 'ENABLE ALWAYS TRIGGER' }

const listTriggers = async (client: pg.Client): Promise<Trigger[]> => {
  const { rows } = await client.query<Trigger>(
    `SELECT t.tgrelid::regclass::text AS table, quote_ident(t.tgname) AS name, t.tgenabled AS state
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND NOT t.tgisinternal AND t.tgenabled <> 'D'`,
  )
  return rows
}

const listForeignKeys = async (client: pg.Client): Promise<ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name,
       pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  )
  return rows
}

/**
 * Runs `load` while no trigger fires and no foreign key is looked at; afterwards both are as they were,
 * and every foreign key has been checked against what was loaded. (`session_replication_role` would
 * need a superuser, which a hosted Postgres gives to nobody, and would check nothing.)
 */
export const withoutRules = async (client: pg.Client, load: () => Promise<void>): Promise<void> => {
  const triggers = await listTriggers(client)
  const keys = await listForeignKeys(client)
  for (const { table, name } of triggers) {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`)
  }
  for (const { table, name } of keys) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  }

  await load()

  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  }
  for (const { table, name, state } of triggers) {
    await client.query(`ALTER TABLE ${table} ${ENABLE[state]} ${name}`)
  }
}
