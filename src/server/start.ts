import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

// First: it also sets NODE_ENV, which React and Payload read when they are loaded.
import { env } from '@/env'

import config from '@payload-config'
import next from 'next'
import type { Payload } from 'payload'
import { getPayload } from 'payload'

import type { HonestAdapter } from '@/database/adapter'
import { settleInterruptedRestore } from '@/database/backup'
import { pendingMigrations } from '@/database/migrate'
import type { Sweeper } from '@/lib/sweeper'

import { anyUserExists } from '@/plugins/accounts/sql'
import { pageOrigin } from '@/plugins/payments/gateway/pageOrigin'
import { attachSockets } from '@/plugins/realtime'

import { migrations } from '../../migrations'
import manifest from '../../package.json'
import { createApi } from './api'
import { createApiDocs } from './apiDocs'
import { unpaidBill } from './demonstration/examinations'
import { seedDemonstration } from './demonstration/seed'
import { createDrain } from './drain'
import { connectInstances } from './instances'
import { createHealth } from './health'
import { createSecurityHeaders } from './http/security'
import { assertPortIsFree, createHttpServer, listen } from './http/server'
import type { Lifecycle } from './lifecycle'
import { createMetrics } from './metrics'
import type { Site } from './progress'
import { announce, step } from './progress'
import { createRouter, prepare } from './router'
import { startOwnSimulator } from './simulator'
import { createSockets, identify } from './sockets'
import { startSweepers } from './sweepers'
import { createUpgrades } from './upgrades'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Load balancers ask for readiness every second or few; at a desk nobody wants to wait for it. */
const DRAIN_NOTICE_MS = env.isProduction ? 5_000 : 0

const healthOf = (payload: Payload, isDraining: () => boolean) => {
  const adapter = payload.db as unknown as HonestAdapter
  return createHealth({
    database: () => adapter.pool.query('SELECT 1'),
    pendingMigrations: () => pendingMigrations(adapter, migrations),
    isDraining,
  })
}

/** An empty database gets its first users: the demonstration's, or whoever shows the set-up token. */
const prepareUsers = async (payload: Payload): Promise<void> => {
  if (!env.isProduction) {
    await step('Demonstration data', () => seedDemonstration(payload))
    return
  }
  if (await anyUserExists({ payload })) return
  const { setupToken } = payload.config.custom as { setupToken: string }
  payload.logger.warn(
    `There is no user yet. Open ${env.serverUrl}/admin and show the set-up token: ${setupToken}`,
  )
}

/**
 * Starts everything, in this order: the simulator of payments where there is no key, database and
 * Payload (one instance, which Next then finds), Next, sweepers, and the one HTTP server, which listens last.
 * @throws {Error} whatever could not be started; what was, is on the lifecycle's list
 */
export const start = async (lifecycle: Lifecycle): Promise<void> => {
  const startedAt = performance.now()
  await step('Port', () => assertPortIsFree(env.port, env.host))
  // First, and so stopped last: what is finished while stopping may ask it.
  const simulator = await startOwnSimulator(lifecycle)

  const payload = await step('Database and Payload', () => getPayload({ config }))
  lifecycle.onStop('database', () => payload.destroy())
  lifecycle.reportTo({
    info: (message) => payload.logger.info(message),
    fatal: (err, msg) => payload.logger.fatal({ err, msg }),
  })
  const { pool } = payload.db as unknown as HonestAdapter
  const warn = (message: string) => payload.logger.warn(message)
  await settleInterruptedRestore(pool, env.mediaDir, warn)
  await prepareUsers(payload)
  const { site, sweepers = [] } = payload.config.custom as { site?: Site; sweepers?: Sweeper[] }

  const upgrades = createUpgrades(env.isDevelopment)
  const pages = next({ dev: env.isDevelopment, dir: ROOT, httpServer: upgrades.forNext })
  await step('Pages', () => pages.prepare())
  lifecycle.onStop('pages', () => pages.close())

  const drain = createDrain()
  const isHttps = env.serverUrl.startsWith('https:')
  const secure = createSecurityHeaders({
    isHttps,
    isDevelopment: env.isDevelopment,
    paymentOrigin: pageOrigin(env.midtrans),
  })
  const arrival = { trustProxy: env.trustProxy, secure }
  const server = createHttpServer(
    createRouter({
      ...arrival,
      payload,
      drain,
      metrics: createMetrics(payload, env.metricsToken),
      health: healthOf(payload, drain.isDraining),
      apiDocs: createApiDocs(payload, manifest.version),
      api: createApi(payload, config),
      pages: pages.getRequestHandler(),
    }),
  )
  const doors = { payload, ownOrigins: env.ownOrigins, corsOrigins: env.corsOrigins }
  const {
    adapter,
    hears,
    close: closeAdapter,
  } = await step('Socket adapter', () => connectInstances(payload, env.redisUrl))
  lifecycle.onStop('socket adapter', closeAdapter)
  const sockets = createSockets(server, {
    ...doors,
    adapter,
    prepare: (incoming, outgoing) => prepare(arrival, incoming, outgoing),
  })
  const detachSockets = await attachSockets(payload, sockets, {
    identify: (handshake) => identify(handshake, doors),
    isClustered: true,
  })
  await step('Other instances', () => hears)
  upgrades.attach(server)

  lifecycle.onStop('sweepers', startSweepers(payload, sweepers))
  await step('HTTP server', () => listen(server, env.port, env.host))
  lifecycle.onStop('HTTP server', () =>
    drain.drain({
      server,
      noticeMs: DRAIN_NOTICE_MS,
      close: async () => {
        upgrades.close()
        await detachSockets()
        await sockets.close()
      },
    }),
  )

  const { port } = server.address() as AddressInfo
  simulator?.notify(port)
  const url = env.port === 0 ? `http://localhost:${port}` : env.serverUrl
  const bill = env.isProduction ? null : await unpaidBill(payload)
  const billUrl = bill && `${url}/pemeriksaan/${bill}`
  announce({ url, site, simulatorUrl: simulator?.url ?? null, billUrl, startedAt })
}
