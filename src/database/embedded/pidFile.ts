import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspectProcess } from './processes'

/** A postmaster, as its own file in the cluster names it. */
export type Postmaster = { pid: number; port: number }

const path = (cluster: string): string => join(cluster, 'postmaster.pid')

/** The lines of `postmaster.pid`: process id, data directory, start, port, … */
const read = (cluster: string): Postmaster | null => {
  try {
    const lines = readFileSync(path(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whether the process that a postmaster had still is that postmaster. */
const isAlive = (cluster: string, { pid }: Postmaster): boolean =>
  inspectProcess(pid)?.isPostgresOf(cluster) ?? false

/** The cluster's postmaster, if it lives. Its port is 0 until it has written it down. */
export const livingPostmaster = (cluster: string): Postmaster | null => {
  const found = read(cluster)
  return found && isAlive(cluster, found) ? found : null
}

/**
 * Removes a `postmaster.pid` whose process is dead, a zombie, or something else by now. Postgres
 * itself would take the last two for a living server and refuse to start. Should a backend of the
 * dead server live on, its shared memory, not this file, is what keeps a second server away.
 * @returns the process id in the removed file, or null when there was nothing to remove
 */
export const removeStalePidFile = (cluster: string): number | null => {
  const found = read(cluster)
  if (!found || isAlive(cluster, found)) return null
  rmSync(path(cluster), { force: true })
  return found.pid
}
