import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrations } from '../../migrations'
import { createDatabase } from '../../tests/support/database'
import { pendingMigrations } from './migrate'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = 'tests/support/loadConfig.program.ts'
const NAMES = migrations.map(({ name }) => name)

/** A program that starts on a database; its exit code, and what it printed. */
const start = async (databaseUrl: string): Promise<{ code: number | null; printed: string }> => {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', PROGRAM], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, printed }
}

describe('migrations', () => {
  let url: string
  let pool: pg.Pool

  beforeAll(async () => {
    url = await createDatabase(`migrate_${process.pid}`)
    pool = new pg.Pool({ connectionString: url, max: 2 })
  })
  afterAll(() => pool.end())

  const pending = async () => pendingMigrations({ pool }, migrations)

  it('are all pending on an empty database', async () => {
    expect(await pending()).toEqual(NAMES)
  })

  it('run once, however many programs start at once, and all of them start', async () => {
    const programs = await Promise.all([start(url), start(url), start(url)])
    for (const { code, printed } of programs) expect({ code, printed }).toMatchObject({ code: 0 })
    const { rows } = await pool.query<{ name: string }>(
      'SELECT name FROM payload_migrations ORDER BY id',
    )
    expect(rows.map(({ name }) => name)).toEqual(NAMES)
    expect(await pending()).toEqual([])
    const { rows: locks } = await pool.query(
      `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE l.locktype = 'advisory' AND d.datname = current_database()`,
    )
    expect(locks).toEqual([])
  })

  it('do not run again at the next start', async () => {
    const before = await pool.query('SELECT * FROM payload_migrations ORDER BY id')
    const { code } = await start(url)
    expect(code).toBe(0)
    const after = await pool.query('SELECT * FROM payload_migrations ORDER BY id')
    expect(after.rows).toEqual(before.rows)
  })

  it('are pending again for a program that has one more', async () => {
    const more = {
      name: '20991231_000000_more',
      up: async () => undefined,
      down: async () => undefined,
    }
    const names = await pendingMigrations({ pool }, [...migrations, more])
    expect(names).toEqual([more.name])
  })
})
