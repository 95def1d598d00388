import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from '@payloadcms/db-postgres'
import type { MigrateUpArgs } from '@payloadcms/db-postgres'
import pg from 'pg'
import { createDatabase, onServer } from '../../../../tests/support/database'
import type { Migrations } from '../../adapter'
import { filesUnder } from '../checksum'
import { qualified, withClient } from '../connection'
import { rebuildSchema } from '../schema'

/** Helpers of the tests in this folder: real databases, real files. */

const cleanUps: (() => unknown)[] = []

/** Removes, last first, everything that a test made. For `afterEach`. */
export const cleanUp = async (): Promise<void> => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
}

/** An empty folder. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'sehat-test-'))
  chmodSync(folder, 0o700)
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let databases = 0

/** An empty database of this test's own; its address. */
export const makeDatabase = async (): Promise<string> => {
  const name = `backup_${process.pid}_${++databases}`
  const url = await createDatabase(name)
  cleanUps.push(() =>
    onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  )
  return url
}

/** Runs statements on a connection of its own. */
export const run = <Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> =>
  withClient(url, async (client) => (await client.query<Row>(text)).rows)

/** Writes files: path → content. */
export const writeFiles = (folder: string, files: Record<string, string>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Every file under a folder: path → content. */
export const readFiles = async (folder: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await filesUnder(folder)).map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  )

const migration = (name: string, statements: string): Migrations[number] => ({
  name,
  up: async ({ db }: MigrateUpArgs) => {
    await db.execute(sql.raw(statements))
  },
  down: () => Promise.resolve(),
})

/**
 * A small schema with everything that makes loading hard: foreign keys in a circle, a trigger that
 * changes what is inserted, one that refuses deletes, a generated column, a type, a sequence that no
 * table owns, an identity, and a row that a migration itself inserts.
 */
export const MIGRATIONS: Migrations = [
  migration(
    '1_tables',
    `CREATE TABLE payload_migrations (id serial PRIMARY KEY, name varchar, batch numeric);
     CREATE TYPE mood AS ENUM ('glad', 'sad');
     CREATE TABLE "Odd name" (id serial PRIMARY KEY, mood mood, "select" text, at timestamptz(3),
       amount numeric, details jsonb, raw bytea, list text[], ratio double precision,
       doubled numeric GENERATED ALWAYS AS (amount * 2) STORED);
     CREATE TABLE parents (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, child_id int);
     CREATE TABLE children (id serial PRIMARY KEY, parent_id int NOT NULL REFERENCES parents);
     ALTER TABLE parents ADD CONSTRAINT parents_child FOREIGN KEY (child_id) REFERENCES children
       DEFERRABLE INITIALLY DEFERRED;
     CREATE TABLE middle (n int);
     CREATE SEQUENCE invoice_numbers START 1000;
     CREATE TABLE settings (key text PRIMARY KEY, value text);
     INSERT INTO settings VALUES ('greeting', 'as the migration has it')`,
  ),
  migration(
    '2_guards',
    `CREATE FUNCTION start_at_nothing() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN NEW.amount := 0; RETURN NEW; END $$;
     CREATE TRIGGER start_at_nothing BEFORE INSERT ON "Odd name"
       FOR EACH ROW EXECUTE FUNCTION start_at_nothing();
     CREATE FUNCTION never_delete() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'never'; END $$;
     CREATE TRIGGER never_delete BEFORE DELETE ON children
       FOR EACH ROW EXECUTE FUNCTION never_delete();
     CREATE TRIGGER never_truncate BEFORE TRUNCATE ON children EXECUTE FUNCTION never_delete();
     ALTER TABLE children ENABLE ALWAYS TRIGGER never_delete;
     CREATE VIEW sums AS SELECT mood, sum(amount) AS amount FROM "Odd name" GROUP BY mood`,
  ),
]

/** Builds the small schema, as the server's start would. */
export const migrate = (url: string, migrations = MIGRATIONS): Promise<void> =>
  withClient(url, async (client) => {
    await rebuildSchema(client, migrations)
    for (const { name } of migrations) {
      await client.query('INSERT INTO payload_migrations (name, batch) VALUES ($1, 1)', [name])
    }
  })

/** The small schema with rows in it. */
export const makeFilledDatabase = async (): Promise<string> => {
  const url = await makeDatabase()
  await migrate(url)
  await run(
    url,
    `INSERT INTO "Odd name" (mood, "select", at, details, raw, list, ratio) VALUES
       ('glad', E'tab\\tnewline\\nbackslash\\\\ \\\\N', '2025-01-02 03:04:05.678+07',
         '{"a": [1, null, "é"]}', '\\x00ff', '{a,NULL,"b c"}', 0.1),
       ('sad', NULL, 'infinity', 'null', '', '{}', 'NaN'), (NULL, '', NULL, NULL, NULL, NULL, 1e300);
     UPDATE "Odd name" SET amount = 1.50 WHERE mood = 'glad';
     INSERT INTO parents DEFAULT VALUES; INSERT INTO children (parent_id) VALUES (1);
     UPDATE parents SET child_id = 1; INSERT INTO parents DEFAULT VALUES;
     SELECT nextval('invoice_numbers'), nextval('invoice_numbers');
     UPDATE settings SET value = 'as the clinic has it'`,
  )
  return url
}

const RELATIONS = `SELECT relname AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') ORDER BY 1`
const RULES = `
  SELECT tgname::text AS name, tgenabled::text AS state, pg_get_triggerdef(oid) AS definition
    FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT conname, convalidated::text, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  ORDER BY 1, 3`
const SEQUENCES = `SELECT sequencename, last_value FROM pg_sequences ORDER BY 1`

/** Everything in a database that a restore must bring back, for comparison. */
export const snapshot = async (url: string): Promise<unknown> => {
  const rows: Record<string, unknown> = {}
  for (const { name } of await run<{ name: string }>(url, RELATIONS)) {
    rows[name] = await run(url, `SELECT t::text AS row FROM ${qualified(name)} t ORDER BY 1`)
  }
  return { rows, rules: await run(url, RULES), sequences: await run(url, SEQUENCES) }
}
