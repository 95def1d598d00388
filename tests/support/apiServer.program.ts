/**
 * The API alone (no pages, which would have to be built), as the server serves it, in a process of its
 * own: for tests that need an empty database, other limits, or another composition. Its arguments are
 * the domains to leave out; it tells its parent where it listens, and ends with it.
 */
import type { AddressInfo } from 'node:net'

import { env } from '@/env'

import { getPayload } from 'payload'

import { createApi } from '@/server/api'
import { createApiDocs } from '@/server/apiDocs'
import { createDrain } from '@/server/drain'
import { answerJson } from '@/server/http/answer'
import { createSecurityHeaders } from '@/server/http/security'
import { createHttpServer, listen } from '@/server/http/server'
import { createMetrics } from '@/server/metrics'
import { createRouter } from '@/server/router'

import { compose } from '../../payload.config'

const config = compose(env, process.argv.slice(2))
const payload = await getPayload({ config })
const server = createHttpServer(
  createRouter({
    payload,
    drain: createDrain(),
    trustProxy: env.trustProxy,
    secure: createSecurityHeaders({
      isHttps: false,
      isDevelopment: false,
      paymentOrigin: 'http://127.0.0.1:1',
    }),
    metrics: createMetrics(payload, env.metricsToken),
    health: async () => false,
    apiDocs: createApiDocs(payload, 'test'),
    api: createApi(payload, config),
    pages: async (_incoming, outgoing) => answerJson(outgoing, 404, {}),
  }),
)
await listen(server, 0, '127.0.0.1')

process.once('disconnect', () => {
  server.close()
  server.closeAllConnections()
  void payload.destroy().then(() => process.exit(0))
})
process.send?.({
  port: (server.address() as AddressInfo).port,
  setupToken: payload.config.custom.setupToken as string,
  collections: payload.config.collections.map(({ slug }) => slug),
})
