import { setTimeout as sleep } from 'node:timers/promises'
import { runAs } from './account'
import { program } from './binaries'
import { inspectProcess } from './processes'
import type { Postmaster } from './pidFile'
import type { Server } from './types'

const FAST_LIMIT_MS = 30_000
const IMMEDIATE_LIMIT_MS = 15_000
const POLL_MS = 25

/** A process that is ending loses its command line first, so only its id and start tell that it is gone. */
const goneWithin = async (pid: number, started: string, limit: number): Promise<boolean> => {
  const deadline = Date.now() + limit
  while (Date.now() < deadline) {
    if (inspectProcess(pid)?.started !== started) return true
    await sleep(POLL_MS)
  }
  return false
}

const send = (server: Server, { pid }: Postmaster, mode: 'fast' | 'immediate'): void => {
  if (process.platform === 'win32') {
    // Windows knows no signals; pg_ctl talks to the server over a pipe of its own.
    const args = ['stop', '-W', '-m', mode, '-D', server.cluster]
    runAs(server.account, program(server.native, 'pg_ctl'), args)
    return
  }
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Stops Postgres and waits until it is gone: a fast shutdown, and after 30 seconds an immediate one,
 * from which the next start recovers.
 * @throws {Error} when it outlives both
 */
export const stopPostmaster = async (server: Server, postmaster: Postmaster): Promise<void> => {
  const { pid } = postmaster
  const started = inspectProcess(pid)?.started
  if (started === undefined) return
  send(server, postmaster, 'fast')
  if (await goneWithin(pid, started, FAST_LIMIT_MS)) return

  server.log('Postgres is slow to stop: ending it at once.')
  send(server, postmaster, 'immediate')
  if (await goneWithin(pid, started, IMMEDIATE_LIMIT_MS)) return
  throw new Error(`Postgres (process ${pid}) does not stop.`)
}
