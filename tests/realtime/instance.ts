import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = fileURLToPath(new URL('instance.program.ts', import.meta.url))

type Heard = { event: string; data: Record<string, unknown> }

export type Client = {
  socket: Socket
  /** Everything that was heard so far, in order. */
  heard: Heard[]
  /** Why the connection ended, once it has. */
  hungUp: Promise<string>
  ask: (event: string, data?: unknown) => Promise<Record<string, unknown>>
  /** Waits until something was heard. */
  hears: (event: string, data?: Record<string, unknown>) => Promise<Heard>
}

const clientOf = async (url: string, token: string): Promise<Client> => {
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { token },
  })
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  socket.onAny((event: string, data: Heard['data']) => {
    heard.push({ event, data })
    for (const look of waiting) look()
  })
  const hungUp = new Promise<string>((resolve) => {
    socket.once('disconnect', resolve)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return {
    socket,
    heard,
    hungUp,
    ask: async (event, data) => (await socket.emitWithAck(event, data)) as Record<string, unknown>,
    hears: async (event, data) =>
      new Promise((resolve) => {
        const wanted = JSON.stringify(data)
        const look = () => {
          const found = heard.find(
            (one) => one.event === event && (!data || JSON.stringify(one.data) === wanted),
          )
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** One of several instances on a database; `env` tells how they hear of each other. */
export const startInstance = async (databaseUrl: string, env: Record<string, string>) => {
  const child = fork(PROGRAM, [], {
    cwd: ROOT,
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_MAX: '5',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const ended = once(child, 'exit')
  const early = ended.then(([code]) => {
    throw new Error(`The instance ended (${code}):\n${printed}`)
  })
  const [{ port }] = (await Promise.race([once(child, 'message'), early])) as [{ port: number }]
  early.catch(() => undefined)
  const url = `http://127.0.0.1:${port}`
  const clients: Client[] = []
  return {
    url,
    pid: child.pid ?? 0,
    logs: () => printed,
    connect: async (token: string): Promise<Client> => {
      const client = await clientOf(url, token)
      clients.push(client)
      return client
    },
    post: async (path: string, token: string): Promise<number> => {
      const headers = { Authorization: `Bearer ${token}` }
      return (await fetch(`${url}/api${path}`, { method: 'POST', headers })).status
    },
    kill: async (): Promise<void> => {
      child.kill('SIGKILL')
      await ended
    },
    /** @returns the exit code */
    stop: async (): Promise<number | null> => {
      for (const { socket } of clients) socket.disconnect()
      if (child.connected) child.disconnect()
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}

export type Instance = Awaited<ReturnType<typeof startInstance>>
