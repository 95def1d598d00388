import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { identity } from './account'
import { program } from './binaries'
import { plainEnvironment } from './environment'
import { ask } from './connection'
import { lastLines, openLog } from './logFile'
import { livingPostmaster, removeStalePidFile } from './pidFile'
import type { Postmaster } from './pidFile'
import type { Server } from './types'

const READY_LIMIT_MS = 300_000
const RETRY_LIMIT_MS = 60_000
const POLL_MS = 50

/** Durable: an acknowledged write is on the disk. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  })

/** Faults of a start that pass by themselves: somebody took the port; the dead server's last ones. */
const isPassing = (log: string): boolean =>
  /could not bind|pre-existing shared memory|lock file ".*" already exists/.test(log)

const commandLine = (server: Server, port: number): [command: string, args: string[]] => {
  const all = Object.entries({ ...SETTINGS, port: String(port) })
  const settings = all.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const data = ['-D', server.cluster]
  // On Windows only pg_ctl can drop an administrator's rights, which Postgres refuses to run with.
  return process.platform === 'win32'
    ? [program(server.native, 'pg_ctl'), ['start', '-W', ...data, '-o', settings.join(' ')]]
    : [program(server.native, 'postgres'), [...data, ...settings]]
}

/**
 * Starts Postgres once and waits until it answers.
 * @returns null when it did not start because of something that passes
 */
const tryStart = async (server: Server): Promise<Postmaster | null> => {
  const log = openLog(server.home)
  const port = await freePort()
  const [command, args] = commandLine(server, port)
  // In a process group of its own: Ctrl-C must not take it away from a server that is still closing.
  const child = spawn(command, args, {
    ...identity(server.account),
    cwd: server.native,
    detached: true,
    env: plainEnvironment(),
    stdio: ['ignore', log.descriptor, log.descriptor],
    windowsHide: true,
  })
  closeSync(log.descriptor)
  const end: { reason?: string } = {}
  child.once('error', (error) => {
    end.reason = error.message
  })
  child.once('exit', (code, signal) => {
    if (process.platform !== 'win32' || code !== 0)
      end.reason = `ended with ${signal ?? code ?? ''}`
  })
  child.unref()

  const deadline = Date.now() + READY_LIMIT_MS
  for (;;) {
    await sleep(POLL_MS)
    const postmaster = livingPostmaster(server.cluster)
    if (postmaster?.port === port && (await ask(server.cluster, port)) === 'ready')
      return postmaster
    if (!end.reason && Date.now() < deadline) continue
    if (isPassing(log.since())) return null
    const reason = end.reason ?? 'did not answer in time'
    throw new Error(`Postgres could not be started: it ${reason}.\n${lastLines(log.since())}`)
  }
}

/**
 * Starts Postgres on a free port of the loopback address.
 * @throws {Error} with the end of Postgres's log
 */
export const startPostmaster = async (server: Server): Promise<Postmaster> => {
  const deadline = Date.now() + RETRY_LIMIT_MS
  for (;;) {
    const stale = removeStalePidFile(server.cluster)
    if (stale)
      server.log(`Removed a stale postmaster.pid (process ${stale} is no Postgres of ours).`)
    const started = await tryStart(server)
    if (started) return started
    if (Date.now() > deadline) {
      throw new Error(`Postgres could not be started; see postgres.log in ${server.home}.`)
    }
    await sleep(4 * POLL_MS)
  }
}
