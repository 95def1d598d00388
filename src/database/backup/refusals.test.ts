import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { create, extract } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBackup, restoreBackup } from '.'
import { checksum } from './checksum'
import type { Manifest } from './manifest'
import {
  MIGRATIONS,
  cleanUp,
  makeDatabase,
  makeFilledDatabase,
  makeFolder,
  readFiles,
  run,
  snapshot,
  writeFiles,
} from './testing'

const log = (): void => undefined

let url: string
let mediaDir: string
let file: string
let before: unknown

const everything = async (): Promise<unknown> => ({
  database: await snapshot(url),
  uploads: await readFiles(mediaDir),
})

/** A filled database that has moved on since its backup. */
beforeEach(async () => {
  url = await makeFilledDatabase()
  mediaDir = makeFolder()
  // Random, so that no two compressed forms mean the same: every flipped bit changes something.
  const noise = randomBytes(50_000).toString('hex')
  writeFiles(mediaDir, { 'media/a.txt': 'as backed up', 'media/b.txt': noise })
  file = join(makeFolder(), 'sehat.tar.gz')
  await createBackup({ url, mediaDir, file, appVersion: '1.0.0', log })
  await run(url, `INSERT INTO settings VALUES ('since', 'then')`)
  writeFiles(mediaDir, { 'media/a.txt': 'as it is now', 'media/c.txt': 'new' })
  before = await everything()
})
afterEach(cleanUp)

const restore = (overrides: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ url, mediaDir, file, migrations: MIGRATIONS, replace: true, log, ...overrides })

const expectNothingChanged = async (): Promise<void> => {
  expect(await everything()).toEqual(before)
  expect(readdirSync(mediaDir)).toEqual(['media'])
}

/** Unpacks the archive, changes it, and packs it again. */
const repack = async (
  change: (folder: string, manifest: Manifest) => Promise<void> | undefined,
): Promise<void> => {
  const folder = makeFolder()
  await extract({ file, cwd: folder })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  await change(folder, manifest)
  writeFileSync(path, JSON.stringify(manifest))
  await create({ file, cwd: folder, gzip: true }, readdirSync(folder))
}

const damage = (change: (bytes: Buffer) => Buffer): void => {
  writeFileSync(file, change(readFileSync(file)))
}

describe('a damaged archive is refused and changes nothing:', () => {
  test.each([0.2, 0.5, 0.8])('a flipped bit at %d of it', async (where) => {
    damage((bytes) => {
      const at = Math.floor(bytes.length * where)
      bytes[at] = (bytes[at] ?? 0) ^ 4
      return bytes
    })
    await expect(restore()).rejects.toThrow(/cannot be used/)
    await expectNothingChanged()
  })

  test.each([0, 10, 500, -20])('cut at byte %d', async (end) => {
    damage((bytes) => bytes.subarray(0, end))
    await expect(restore()).rejects.toThrow(/cannot be used/)
    await expectNothingChanged()
  })

  test('something else', async () => {
    writeFileSync(file, 'a letter')
    await expect(restore()).rejects.toThrow(/cannot be used/)
    await expectNothingChanged()
  })

  test('no file at all', async () => {
    await expect(restore({ file: `${file}.gone` })).rejects.toThrow(/There is no file/)
    await expectNothingChanged()
  })

  test('a changed table', async () => {
    await repack((folder) => {
      const path = join(folder, 'tables/settings.copy')
      writeFileSync(path, readFileSync(path, 'utf8').replace('clinic', 'thief'))
      return undefined
    })
    await expect(restore()).rejects.toThrow(/settings\.copy is not whole/)
    await expectNothingChanged()
  })

  test('a missing upload', async () => {
    await repack((_folder, manifest) => {
      manifest.media.push({ path: 'media/gone.txt', bytes: 1, sha256: '0'.repeat(64) })
      return undefined
    })
    await expect(restore()).rejects.toThrow(/lacks media\/media\/gone\.txt/)
    await expectNothingChanged()
  })

  test('a file that the manifest does not know', async () => {
    await repack((folder) => {
      writeFiles(folder, { 'media/media/stranger.txt': '' })
      return undefined
    })
    await expect(restore()).rejects.toThrow(/does not know: media\/media\/stranger\.txt/)
    await expectNothingChanged()
  })

  test('one of a newer format', async () => {
    await repack((_folder, manifest) => {
      Object.assign(manifest, { formatVersion: 2 })
      return undefined
    })
    await expect(restore()).rejects.toThrow(/made by a newer version/)
    await expectNothingChanged()
  })
})

describe('an archive that the database refuses changes nothing:', () => {
  /** Other rows for a table, which the manifest vouches for. */
  const replaceRows = (table: string, content: string, rows: number): Promise<void> =>
    repack(async (folder, manifest) => {
      const path = join(folder, `tables/${table}.copy`)
      writeFileSync(path, content)
      const entry = manifest.tables.find(({ name }) => name === table)
      Object.assign(entry ?? {}, { rows, sha256: await checksum(path) })
    })

  test('a child without its parent', async () => {
    await replaceRows('children', '1\t77\n', 1)
    await expect(restore()).rejects.toMatchObject({ code: '23503' })
    await expectNothingChanged()
  })

  test('fewer rows than were backed up', async () => {
    await replaceRows('settings', '', 1)
    await expect(restore()).rejects.toThrow('settings should have 1 rows, but has 0')
    await expectNothingChanged()
  })

  test('rows that do not fit', async () => {
    await replaceRows('settings', 'a\tb\tc\n', 1)
    await expect(restore()).rejects.toMatchObject({ code: '22P04' })
    await expectNothingChanged()
  })

  test('a migration that this program does not have', async () => {
    const older = MIGRATIONS.slice(0, 1)
    await expect(restore({ migrations: older })).rejects.toThrow(/newer version .* 2_guards/)
    await expectNothingChanged()
  })
})

test('a database with data is not replaced unasked', async () => {
  await expect(restore({ replace: false })).rejects.toThrow('say --yes')
  await expectNothingChanged()
})

test('a database in use is not replaced at all', async () => {
  const server = new pg.Client({ connectionString: url, application_name: 'sehat' })
  await server.connect()

  await expect(restore()).rejects.toThrow('in use (sehat): stop the server first')
  await server.end()
  await expectNothingChanged()
})

test('a database that is being migrated is left alone', async () => {
  const { MIGRATION_LOCK } = await import('../migrate')
  // On a database of its own name: advisory locks belong to one database.
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])

  await expect(restore()).rejects.toThrow('being migrated')
  await other.end()
  await expectNothingChanged()
})

test('an empty database cannot be backed up', async () => {
  const empty = createBackup({
    ...{ url: await makeDatabase(), mediaDir, appVersion: '1', log },
    file: `${file}.empty`,
  })
  await expect(empty).rejects.toThrow('The database is empty')
})
