import { createHash } from 'node:crypto'

import type { CoreApi, RequestConfig, Snap } from 'midtrans-client'
import midtrans from 'midtrans-client'

import { toGatewayError } from './failure'
import type { GatewayOptions } from './options'

const ANSWER_MAX = 1024 * 1024
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Of Core's POSTs these carry something that a repetition must not do twice. */
const ONCE = /\/v2\/(?:charge|[^/]+\/refund)$/

/** The same for a repetition, another for anything else; at most 46 characters. */
const keyOf = ({ url, data }: RequestConfig): string =>
  createHash('sha256')
    .update(`${url} ${JSON.stringify(data)}`)
    .digest('hex')
    .slice(0, 40)

const prepare = (client: CoreApi | Snap, timeoutMs: number, isLocal: boolean): void => {
  const { defaults, interceptors } = client.httpClient.http_client
  defaults.timeout = timeoutMs
  defaults.maxRedirects = 0
  defaults.maxContentLength = ANSWER_MAX
  if (isLocal) defaults.proxy = false
  interceptors.request.use((config) => {
    // `timeout` starts anew with every byte; this is the end of it.
    config.signal = AbortSignal.timeout(timeoutMs)
    if (config.method === 'post' && ONCE.test(config.url ?? '')) {
      config.headers.set('Idempotency-Key', keyOf(config))
    }
    return config
  })
}

/** `midtrans-client` with what it lacks: time-outs, an address of our own, errors without secrets. */
export const createClient = (options: GatewayOptions, timeoutMs: number) => {
  const { serverKey, clientKey, isProduction } = options
  const core = new midtrans.CoreApi({ serverKey, clientKey, isProduction })
  const snap = new midtrans.Snap({ serverKey, clientKey, isProduction })
  const baseUrl = options.baseUrl?.replace(/\/+$/, '')
  if (baseUrl) {
    core.apiConfig.getCoreApiBaseUrl = () => baseUrl
    snap.apiConfig.getSnapApiBaseUrl = () => `${baseUrl}/snap/v1`
  }
  const isLocal = baseUrl !== undefined && LOOPBACK.has(new URL(baseUrl).hostname)
  for (const client of [core, snap]) prepare(client, timeoutMs, isLocal)

  return {
    core,
    snap,
    /** Makes a call. @throws {GatewayError} */
    ask: async (name: string, call: () => Promise<unknown>): Promise<unknown> => {
      try {
        return await call()
      } catch (error) {
        throw toGatewayError(error, name, serverKey)
      }
    },
  }
}

export type Client = ReturnType<typeof createClient>
