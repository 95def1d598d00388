import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { inspectProcess } from './processes'
import { cleanUp, makeFolder, postmasterPid, query, start, undoLater } from './testing'

afterEach(cleanUp)

/** Work that never waits, so that the backend does not notice its postmaster's death at once. */
const BUSY_FOR_THREE_SECONDS = `DO $$
  DECLARE began timestamptz := clock_timestamp();
  BEGIN WHILE clock_timestamp() < began + interval '3 seconds' LOOP END LOOP; END $$`

const untilActive = async (url: string): Promise<void> => {
  const active = `SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO %'`
  while ((await query(url, active)).length === 0) await sleep(2)
}

test('a fresh folder becomes a running, durable, private server', async () => {
  const folder = makeFolder()
  const server = await start(folder)

  expect(server.adopted).toBe(false)
  expect(server.dataDir).toBe(join(folder, 'cluster'))
  expect(server.url).toMatch(/^postgres:\/\/postgres:[0-9a-f]{64}@127\.0\.0\.1:\d+\/sehat$/)
  expect(statSync(join(server.dataDir, 'sehat.password')).mode & 0o777).toBe(0o600)

  const settings = await query(
    server.url,
    `SELECT name, setting FROM pg_settings WHERE name IN
       ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses',
        'unix_socket_directories', 'max_connections', 'server_encoding') ORDER BY name`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    max_connections: '200',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
    unix_socket_directories: '',
  })
  const [database] = await query(
    server.url,
    `SELECT datlocprovider, datlocale, datcollate FROM pg_database WHERE datname = 'sehat'`,
  )
  expect(database).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', datcollate: 'C' })
})

test('nobody gets in without the password', async () => {
  const { url } = await start(makeFolder())

  const wrong = new URL(url)
  wrong.password = 'guess'
  await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('stopping does not wait for open connections, and keeps the data', async () => {
  const folder = makeFolder()
  const first = await start(folder)
  await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one')
  const pid = postmasterPid(first.dataDir)
  const idle = new pg.Client({ connectionString: first.url })
  idle.on('error', () => undefined)
  await idle.connect()

  await first.stop()
  await first.stop()

  expect(inspectProcess(pid)).toBeNull()
  expect(existsSync(join(first.dataDir, 'postmaster.pid'))).toBe(false)
  const second = await start(folder)
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
})

test('a running server is adopted, and stops with the last who uses it', async () => {
  const folder = makeFolder()
  const first = await start(folder)
  const pid = postmasterPid(first.dataDir)
  const second = await start(folder)
  expect(second).toMatchObject({ adopted: true, url: first.url })

  await first.stop()
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])

  await second.stop()
  expect(inspectProcess(pid)).toBeNull()
})

test('after kill -9 it starts again with everything that was acknowledged', async () => {
  const folder = makeFolder()
  const first = await start(folder)
  await query(first.url, 'CREATE TABLE kept (n int)')
  await query(first.url, 'INSERT INTO kept SELECT generate_series(1, 1000)')
  // A busy backend outlives its postmaster for a while, and holds the shared memory.
  const busy = new pg.Client({ connectionString: first.url })
  busy.on('error', () => undefined)
  await busy.connect()
  busy.query(BUSY_FOR_THREE_SECONDS).catch(() => undefined)
  await untilActive(first.url)
  undoLater(() => busy.end().catch(() => undefined))
  process.kill(postmasterPid(first.dataDir), 'SIGKILL')

  const second = await start(folder)

  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }])
})

test('a server that cannot start says why', async () => {
  const folder = makeFolder()
  const first = await start(folder)
  await first.stop()
  writeFileSync(join(first.dataDir, 'postgresql.conf'), 'nonsense here\n')

  await expect(start(folder)).rejects.toThrow(
    /could not be started[^]*unrecognized configuration parameter "nonsense"/,
  )
})

test('a cluster of another major version is left alone, with advice', async () => {
  const folder = makeFolder()
  const first = await start(folder)
  await first.stop()
  writeFileSync(join(first.dataDir, 'PG_VERSION'), '17\n')

  await expect(start(folder)).rejects.toThrow(/was made by Postgres 17, but this is Postgres \d+/)
})
