import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbeddedPostgres } from '..'
import type { EmbeddedPostgres } from '..'

/** Helpers of the tests in this folder: real folders, real processes, a real Postgres. */

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url))
const TSX = createRequire(import.meta.url).resolve('tsx')

const cleanUps: (() => unknown)[] = []

/** Undoes, last first, everything that the tests of a file made. For `afterEach`. */
export const cleanUp = async (): Promise<void> => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
}

/** Remembers something to undo. */
export const undoLater = (undo: () => unknown): void => {
  cleanUps.push(undo)
}

/** A fresh folder that every account can pass through; removed by `cleanUp`. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'sehat-test-'))
  chmodSync(folder, 0o755)
  undoLater(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts in this process; stopped by `cleanUp`. `lines` is what was logged. */
export const start = async (dataDir: string): Promise<EmbeddedPostgres & { lines: string[] }> => {
  const lines: string[] = []
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) })
  undoLater(server.stop)
  return { ...server, lines }
}

/** Runs one statement on a connection of its own. */
export const query = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** The postmaster's process id, as Postgres wrote it. */
export const postmasterPid = (cluster: string): number =>
  Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])

/** Waits until something is so; the test's own time-out is the only limit. */
export const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(2)
}

/** What the program says about its start. */
export type Report = { url: string; dataDir: string; adopted: boolean; lines: string[] }

/** Another process that starts the embedded Postgres, and stops it once `finish` is called. */
export const startElsewhere = (
  dataDir: string,
  cwd = process.cwd(),
): { pid: number; report: Promise<Report>; finish: () => Promise<void> } => {
  const child = spawn(process.execPath, ['--import', TSX, PROGRAM, dataDir], {
    cwd,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const line = new Promise<string>((resolve) => {
    createInterface(child.stdout).once('line', resolve)
  })
  const report = Promise.race([
    line.then((text) => JSON.parse(text) as Report),
    closed.then((code): Report => {
      throw new Error(`the starting process ended with ${code ?? 'a signal'}`)
    }),
  ])
  report.catch(() => undefined)
  const finish = async (): Promise<void> => {
    child.stdin.end()
    await closed
  }
  child.stdin.on('error', () => undefined)
  undoLater(finish)
  return { pid: child.pid ?? 0, report, finish }
}
