import type { HonestAdapter } from '@/database/adapter'

import { onServer } from '../support/database'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'

export type Reply = {
  status: number
  body: {
    success: boolean
    message: string
    data: { id: number; status: string; paid_by: number | null }
  }
}

export type Pair = {
  servers: [RunningServer, RunningServer]
  /** Calls `/api/apotek…` on one server or the other, by turns. */
  post: (turn: number, path: string, by: Person, body?: unknown, key?: string) => Promise<Reply>
  kill: () => Promise<void>
}

/** Two servers, each in a process of its own, on the database of this worker. */
export const startPair = async (env: Record<string, string> = {}): Promise<Pair> => {
  await testPayload()
  const options = { databaseUrl: process.env.DATABASE_URL ?? '', env }
  const servers = await Promise.all([startServer(options), startServer(options)])
  return {
    servers,
    post: async (turn, path, { token }, body = {}, key) => {
      const { url } = servers[turn % 2] ?? servers[0]
      const response = await fetch(`${url}/api/apotek${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          ...(key ? { 'Idempotency-Key': key } : {}),
        },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: (await response.json()) as Reply['body'] }
    },
    kill: async () => {
      await Promise.all(servers.map(async (server) => server.stop('SIGKILL')))
    },
  }
}

/** How many answers had each status. */
export const countStatuses = (replies: { status: number }[]): Record<number, number> => {
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/**
 * How many deadlocks the worker's database has seen; one that was tried again shows in no answer. A
 * backend reports it at its end, so no server may be running.
 */
export const deadlocks = async (): Promise<number> => {
  const { db } = await testPayload()
  const { pool } = db as unknown as HonestAdapter
  const look = `SELECT deadlocks::int, (SELECT count(*)::int FROM pg_stat_activity a
                                         WHERE a.datname = d.datname) AS connections
                  FROM pg_stat_database d WHERE datname = $1`
  return onServer(async (client) => {
    const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
    for (;;) {
      const { rows } = await client.query<{ deadlocks: number; connections: number }>(look, [name])
      const [seen] = rows
      if (seen && seen.connections <= pool.totalCount) return seen.deadlocks
    }
  })
}
