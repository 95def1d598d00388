import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { freePort } from './ports'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY = 'Sehat is ready'

export const SERVER_SECRET = 'a secret of the tests, long enough to be one'

type Options = { databaseUrl: string; env?: Record<string, string> }

export type RunningServer = {
  url: string
  /** The Midtrans that it asks: its own simulator, unless MIDTRANS_BASE_URL names another. */
  midtransUrl: string
  pid: number
  /** Sends a signal, and waits for the end; the exit code, null when a signal ended it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  /** Everything that was printed so far. */
  logs: () => string
  /** The exit code, once it is over. */
  exited: Promise<number | null>
}

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

const ready = async (child: ChildProcess, logs: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = () => {
      if (logs().includes(READY)) resolve()
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${logs()}`)))
  })

/**
 * The program itself, in a process of its own, as production runs it: the pages must be built
 * (`npm test` does that).
 */
export const startServer = async ({ databaseUrl, env = {} }: Options): Promise<RunningServer> => {
  const port = await freePort()
  const simulatorPort = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'src/server/index.ts'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        DATABASE_URL: databaseUrl,
        DATABASE_POOL_MAX: '5',
        PAYLOAD_SECRET: SERVER_SECRET,
        HOST: '127.0.0.1',
        PORT: String(port),
        SERVER_URL: url,
        LOG_LEVEL: 'debug',
        RATE_LIMIT_FACTOR: '100000',
        ALLOW_SIMULATOR: '1',
        MIDTRANS_SIMULATOR_PORT: String(simulatorPort),
        ...env,
      },
    },
  )
  let printed = ''
  const logs = () => printed
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const exited = exitOf(child)
  await ready(child, logs)
  return {
    url,
    midtransUrl: env.MIDTRANS_BASE_URL ?? `http://127.0.0.1:${simulatorPort}`,
    pid: child.pid ?? 0,
    logs,
    exited,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}
