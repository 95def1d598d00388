/**
 * `npm run generate`: writes what Payload makes from the configuration: types, database schema and
 * import map. With `--check` it also fails if that differs from what git has, or if a migration is
 * missing. Needs no database.
 *
 * The same as `payload generate:…`, in one process. That command can end early and in silence (exit
 * code 0, nothing written); here Node says that something was still awaited, with exit code 13.
 */
import './lib/neutralEnvironment'

import { join } from 'node:path'

import configuration from '@payload-config'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

import { migrations } from '../migrations'
import { differenceFromIndex } from './lib/gitIndex'
import { tellMigrationFaults } from './lib/migrationFaults'

const root = join(import.meta.dirname, '..')
process.chdir(root)

const files = {
  types: 'src/payload-types.ts',
  schema: 'src/payload-generated-schema.ts',
  importMap: 'src/app/(payload)/admin/importMap.js',
}

const config = await configuration
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })

await generateTypes(config, { log: false })
await payload.db.generateSchema?.({ log: false, outputFile: join(root, files.schema) })
await generateImportMap(config, { log: false, force: true })

let faults = 0
const tell = (fault: string): void => {
  faults += 1
  console.log(`${fault}\n`)
}

if (process.argv.includes('--check')) {
  for (const file of Object.values(files)) {
    const difference = differenceFromIndex(file)
    if (difference !== null) tell(difference)
  }
  const listed = migrations.map(({ name }) => name)
  await tellMigrationFaults(payload.db, listed, tell)
}

if (faults === 0) console.log('Everything generated is up to date.')
process.exit(faults === 0 ? 0 : 1)
