import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { identity, serverAccount } from './account'
import { inspectProcess } from './processes'
import { cleanUp, makeFolder, query, start, undoLater, until } from './testing'

afterEach(cleanUp)

/** Of a process of another account Postgres knows by itself that it cannot be a server of its own. */
const likePostgres = identity(serverAccount())

/** A stopped cluster with data, and the pid file that it would have if `pid` were its postmaster. */
const leaveBehind = async (folder: string, pid: number): Promise<void> => {
  const server = await start(folder)
  await query(server.url, 'CREATE TABLE kept AS SELECT 1 AS one')
  const path = join(server.dataDir, 'postmaster.pid')
  const [, ...rest] = readFileSync(path, 'utf8').split('\n')
  await server.stop()
  writeFileSync(path, [String(pid), ...rest].join('\n'), { mode: 0o600 })
  const { uid, gid } = statSync(server.dataDir)
  chownSync(path, uid, gid)
}

const expectStart = async (folder: string): Promise<string[]> => {
  const server = await start(folder)
  expect(server.adopted).toBe(false)
  expect(await query(server.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  return server.lines
}

test('of a dead process', async () => {
  const folder = makeFolder()
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  await leaveBehind(folder, child.pid ?? 0)

  expect(await expectStart(folder)).toContainEqual(expect.stringContaining('stale postmaster.pid'))
})

test.runIf(process.platform !== 'win32')('of a zombie', async () => {
  const folder = makeFolder()
  // The shell becomes a program that never buries the shell's child, which stands still until then.
  const program = 'console.log(process.argv[1]); setInterval(() => {}, 1000)'
  const parent = spawn(
    '/bin/sh',
    ['-c', '/bin/sh -c "kill -STOP \\$\\$" & exec "$0" -e "$1" $!', process.execPath, program],
    { ...likePostgres, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  undoLater(() => void parent.kill('SIGKILL'))
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string]
  const zombie = Number(line)
  process.kill(zombie, 'SIGKILL')
  await until(() => inspectProcess(zombie) === null)
  expect(process.kill(zombie, 0)).toBe(true)
  await leaveBehind(folder, zombie)

  expect(await expectStart(folder)).toContainEqual(expect.stringContaining('stale postmaster.pid'))
})

test('of a process that is something else by now', async () => {
  const folder = makeFolder()
  const foreign = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    ...likePostgres,
    stdio: 'ignore',
  })
  undoLater(() => void foreign.kill('SIGKILL'))
  await leaveBehind(folder, foreign.pid ?? 0)

  expect(await expectStart(folder)).toContainEqual(expect.stringContaining('stale postmaster.pid'))
  expect(inspectProcess(foreign.pid ?? 0)).not.toBeNull()
})

test('of the Postgres of another folder', async () => {
  const folder = makeFolder()
  const other = await start(makeFolder())
  const [pid] = readFileSync(join(other.dataDir, 'postmaster.pid'), 'utf8').split('\n')
  await leaveBehind(folder, Number(pid))

  await expectStart(folder)
  expect(await query(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})
