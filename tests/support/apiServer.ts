import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import pg from 'pg'

import { createDatabase } from './database'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = fileURLToPath(new URL('apiServer.program.ts', import.meta.url))

let count = 0

type Options = {
  /** Domains to leave out of the configuration. */
  without?: string[]
  env?: Record<string, string>
}
type Call = {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  /** The client's address, as the proxy in front tells it. */
  from?: string
}
type Started = { port: number; setupToken: string; collections: string[] }

/** An answer whose body is whatever was sent: a test that expects something else fails. */
export type ServedAnswer = { status: number; headers: Headers; body: never }

/** The API in a process of its own, on an empty database of its own, behind a proxy. */
export const startApiServer = async ({ without = [], env = {} }: Options = {}) => {
  count += 1
  const databaseUrl = await createDatabase(`api_${process.pid}_${count}`)
  const child = fork(PROGRAM, without, {
    cwd: ROOT,
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl, TRUST_PROXY: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const ended = once(child, 'exit')
  const early = ended.then(([code]) => {
    throw new Error(`The API ended (${code}):\n${printed}`)
  })
  const [started] = (await Promise.race([once(child, 'message'), early])) as [Started]
  early.catch(() => undefined)
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 })

  const call = async (method: string, path: string, options: Call = {}): Promise<ServedAnswer> => {
    const { token, body, headers, from = '198.51.100.1' } = options
    const isForm = body instanceof FormData
    const response = await fetch(`http://127.0.0.1:${started.port}/api${path}`, {
      method,
      headers: {
        'X-Forwarded-For': from,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : null) as never,
    }
  }

  return {
    ...started,
    call,
    graphql: async (query: string, options: Call = {}) =>
      call('POST', '/graphql', { ...options, body: { query } }),
    database,
    databaseUrl,
    /** What the program printed so far. */
    logs: () => printed,
    stop: async () => {
      await database.end()
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

export type ApiServer = Awaited<ReturnType<typeof startApiServer>>
