import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { plainEnvironment } from './environment'

/** A living process. `started` differs between two processes that had the same id. */
export type Process = { started: string; isPostgresOf: (cluster: string) => boolean }

const fromProc = (pid: number): Process | null => {
  let stat: string
  let argv: string[]
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return null
  }
  // The second field is the name in brackets and may hold anything, so count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null

  const worksIn = (folder: string): boolean => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder
    } catch {
      return false
    }
  }
  return {
    started: fields[19] ?? '0',
    isPostgresOf: (cluster) =>
      basename(argv[0] ?? '') === 'postgres' && (argv.includes(cluster) || worksIn(cluster)),
  }
}

const fromPs = (pid: number): Process | null => {
  const columns = ['-o', 'stat=', '-o', 'lstart=', '-o', 'command=']
  const { stdout } = spawnSync('/bin/ps', [...columns, '-p', String(pid)], {
    encoding: 'utf8',
    env: plainEnvironment(),
  })
  const [state, ...rest] = stdout.trim().split(/\s+/)
  if (!state || state.startsWith('Z')) return null

  return {
    started: rest.slice(0, 5).join('').replace(/\W/g, ''),
    isPostgresOf: (cluster) => /\/postgres\s/.test(stdout) && stdout.includes(cluster),
  }
}

const fromTaskList = (pid: number): Process | null => {
  const { stdout } = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], {
    encoding: 'utf8',
  })
  if (!stdout.includes(`"${pid}"`)) return null

  // Windows does not tell the folder; the password that it must answer to is proof enough.
  return { started: '0', isPostgresOf: () => /^"postgres\.exe"/i.test(stdout.trim()) }
}

/**
 * Looks at a process.
 * @returns null when there is none, or when it is a zombie: dead, and only not yet buried
 */
export const inspectProcess = (pid: number): Process | null => {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return fromProc(pid)
  return process.platform === 'win32' ? fromTaskList(pid) : fromPs(pid)
}
