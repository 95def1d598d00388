import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBackup, restoreBackup, settleInterruptedRestore } from '.'
import { withClient } from './connection'
import { bringBackOldMedia } from './media'
import {
  MIGRATIONS,
  cleanUp,
  makeFilledDatabase,
  makeFolder,
  readFiles,
  run,
  snapshot,
  writeFiles,
} from './testing'

const PROGRAM = fileURLToPath(new URL('./testing/program.ts', import.meta.url))
const TSX = createRequire(import.meta.url).resolve('tsx')
const log = (): void => undefined

let url: string
let mediaDir: string
let file: string
let backedUp: unknown
let before: unknown

/** What the server does when it starts. */
const settle = () => withClient(url, (client) => settleInterruptedRestore(client, mediaDir, log))

const everything = async (): Promise<unknown> => ({
  database: await snapshot(url),
  uploads: await readFiles(mediaDir),
})

beforeEach(async () => {
  url = await makeFilledDatabase()
  mediaDir = makeFolder()
  writeFiles(mediaDir, { 'media/a.txt': 'as backed up', 'proofs/b.txt': 'b' })
  file = join(makeFolder(), 'sehat.tar.gz')
  backedUp = await everything()
  await createBackup({ url, mediaDir, file, appVersion: '1.0.0', log })
  await run(url, `INSERT INTO settings VALUES ('since', 'then')`)
  writeFiles(mediaDir, { 'media/a.txt': 'as it is now', 'later/c.txt': 'new' })
  before = await everything()
})
afterEach(cleanUp)

/** A restore in a process of its own, which is killed as soon as it says `line`. */
const killAt = async (line: string): Promise<void> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', TSX, PROGRAM, url, mediaDir, file, line],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
  // Its backend needs a moment to notice.
  const others =
    'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
  while ((await run(url, others)).length > 0);
}

test.each(['The archive is whole', 'Loading', 'Putting', 'Committing'])(
  'a restore killed at “%s” has changed nothing, once it is settled',
  async (line) => {
    await killAt(line)
    await settle()

    expect(await everything()).toMatchObject(before as object)
    // And it can be done again.
    await restoreBackup({ url, mediaDir, file, migrations: MIGRATIONS, replace: true, log })
    expect(await everything()).toEqual(backedUp)
    expect(existsSync(join(mediaDir, '.restore'))).toBe(false)
  },
)

test('a restore killed after its COMMIT is complete, once it is settled', async () => {
  await killAt('after COMMIT')
  expect(existsSync(join(mediaDir, '.restore'))).toBe(true)
  await settle()

  expect(await everything()).toEqual(backedUp)
  expect(existsSync(join(mediaDir, '.restore'))).toBe(false)
})

test.each(['Loading', 'Putting', 'Committing'])(
  'a restore that fails at “%s” undoes everything by itself',
  async (line) => {
    const failing = restoreBackup({
      ...{ url, mediaDir, file, migrations: MIGRATIONS, replace: true },
      log: (message) => {
        if (message.startsWith(line)) throw new Error('broken off')
      },
    })

    await expect(failing).rejects.toThrow('broken off')
    expect(await everything()).toEqual(before)
    expect(existsSync(join(mediaDir, '.restore'))).toBe(false)
  },
)

test('uploads that were moved only in part come back', async () => {
  const wanted = await readFiles(mediaDir)
  const work = join(mediaDir, '.restore')
  mkdirSync(join(work, 'old'), { recursive: true })
  writeFileSync(join(work, 'state.json'), '{}')
  // As a process leaves it that was killed after the first of several folders.
  const { renameSync } = await import('node:fs')
  renameSync(join(mediaDir, 'media'), join(work, 'old/media'))

  await bringBackOldMedia(mediaDir)

  expect(await readFiles(mediaDir)).toEqual(wanted)
  expect(readdirSync(mediaDir).sort()).toEqual(['later', 'media', 'proofs'])
})

test('another database’s interrupted restore is not decided by this one', async () => {
  const work = join(mediaDir, '.restore')
  mkdirSync(work)
  writeFileSync(join(work, 'state.json'), '{"database": "elsewhere", "transaction": "3"}')

  await expect(settle()).rejects.toThrow('elsewhere')
  expect(existsSync(work)).toBe(true)
})
