import type { IncomingMessage, ServerResponse } from 'node:http'

import { answerJson } from './http/answer'

const TIMEOUT_MS = 2_000
const LIVE = '/api/health/live'
const READY = '/api/health/ready'

/** What readiness asks for; each probe rejects when its answer is no. */
export type Probes = {
  database: () => Promise<unknown>
  /** The names of the migrations that this program has and the database has not. */
  pendingMigrations: () => Promise<string[]>
  isDraining: () => boolean
}

type Checks = { database: boolean; migrations: boolean }

const inTime = async (work: Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, TIMEOUT_MS, false)
  })
  try {
    return await Promise.race([work, tooLate])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

const check = async (probes: Probes): Promise<Checks> => {
  const [database, migrations] = await Promise.all([
    inTime(probes.database().then(() => true)),
    inTime(probes.pendingMigrations().then((names) => names.length === 0)),
  ])
  return { database, migrations }
}

/**
 * GET /api/health/live → 200 while the process answers at all. GET /api/health/ready → 200 when it
 * should be sent requests, else 503: the database answers, no migration is missing, no shutdown is
 * under way. Both stand before Payload, and need no sign-in.
 */
export const createHealth = (probes: Probes) => {
  // However many ask at once, the database is asked once.
  let underWay: Promise<Checks> | undefined
  const sharedCheck = async (): Promise<Checks> => {
    underWay ??= check(probes).finally(() => (underWay = undefined))
    return underWay
  }

  const answerReady = async (outgoing: ServerResponse): Promise<void> => {
    const { database, migrations } = await sharedCheck()
    const draining = probes.isDraining()
    const isReady = database && migrations && !draining
    answerJson(outgoing, isReady ? 200 : 503, {
      status: isReady ? 'ready' : 'unavailable',
      checks: { database, migrations, draining },
    })
  }

  /** @returns false when the request was not for us */
  return async (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    path: string,
  ): Promise<boolean> => {
    if (path !== LIVE && path !== READY) return false
    outgoing.setHeader('Cache-Control', 'no-store')
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      answerJson(outgoing, 405, { message: 'Metode tidak didukung.' }, { Allow: 'GET, HEAD' })
    } else if (path === LIVE) answerJson(outgoing, 200, { status: 'ok' })
    else await answerReady(outgoing)
    return true
  }
}
