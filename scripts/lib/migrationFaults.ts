import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import type {} from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

/** With what @payloadcms/db-postgres declares of it. */
type Adapter = Payload['db']
/** What drizzle-kit writes beside a migration; its own types do not resolve here. */
type Snapshot = Record<string, unknown>

const filesIn = (folder: string, extension: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()

/** Every snapshot has ids of its own; the rest is the schema. */
const schemaOf = (snapshot: Snapshot): Snapshot => ({
  ...(JSON.parse(JSON.stringify(snapshot)) as Snapshot),
  id: null,
  prevId: null,
})

/**
 * Tells in which way the migrations lag behind the configuration. Connects to no database and
 * writes nothing: this is what `payload migrate:create` does before it writes (@payloadcms/drizzle,
 * buildCreateMigration).
 * @param adapter of a Payload that was initialised with `disableDBConnect`
 * @param listed the names in migrations/index.ts, in their order
 */
export const tellMigrationFaults = async (
  adapter: Adapter,
  listed: string[],
  tell: (fault: string) => void,
): Promise<void> => {
  const folder = adapter.migrationDir
  const files = filesIn(folder, '.ts')
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index')
  if (!isDeepStrictEqual(files, listed)) {
    tell(`migrations/index.ts lists ${listed.join(', ')}; the folder has ${files.join(', ')}.`)
  }

  const last = filesIn(folder, '.json').at(-1)
  if (last === undefined) {
    tell('No migration has a snapshot: run payload migrate:create.')
    return
  }
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const before = JSON.parse(readFileSync(join(folder, last), 'utf8')) as Snapshot
  const now = (await generateDrizzleJson(adapter.schema)) as Snapshot
  if (isDeepStrictEqual(schemaOf(before), schemaOf(now))) return

  // Where a column may be new or renamed, Drizzle asks, nobody answers, and the program ends here
  // (exit code 13): this line and the question are then all that is seen.
  console.log(`The tables are not those of migrations/${last}; asking Drizzle what is missing:`)
  const statements = await generateMigration(before, now)
  // None: the columns stand in another order, which no database minds.
  if (statements.length === 0) return
  tell(`A migration is missing: run payload migrate:create.\n${statements.join('\n')}`)
}
