import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Payload } from 'payload'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

import { metricOf, registriesOf, registryOf } from '@/lib/metrics'

import { REFUSALS } from './api/refusal'
import { answerJson } from './http/answer'
import { areaOf } from './http/security'

const PATH = '/metrics'
/** Prometheus itself waits for ten seconds. */
const TIMEOUT_MS = 5_000
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** Seconds. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compared in a time that tells nothing of the token. */
const isShown = (incoming: IncomingMessage, token: string): boolean =>
  timingSafeEqual(digest(incoming.headers.authorization ?? ''), digest(`Bearer ${token}`))

/** What a request is about, in few words: whatever clients invent, there are never more. */
const createRouteOf = ({ config }: Payload) => {
  const ofEndpoints = (config.endpoints ?? []).map(({ path }) => path.split('/')[1] ?? '')
  const known = new Set([
    ...config.collections.map(({ slug }) => slug as string),
    ...config.globals.map(() => 'globals'),
    ...ofEndpoints.filter((segment) => /^[\w-]+$/.test(segment)),
    'access',
    'graphql',
    'health',
  ])
  return (path: string): string => {
    if (path === PATH) return 'metrics'
    const area = areaOf(path)
    if (area !== 'api') return area
    const segment = path.split('/')[2] ?? ''
    return known.has(segment) ? `api/${segment}` : 'api'
  }
}

const createTrack = (payload: Payload) => {
  const routeOf = createRouteOf(payload)
  const requests = metricOf(
    payload,
    'sehat_http_requests_total',
    (settings) =>
      new Counter({
        ...settings,
        help: 'Requests that were answered.',
        labelNames: ['method', 'route', 'status'],
      }),
  )
  const durations = metricOf(
    payload,
    'sehat_http_request_duration_seconds',
    (settings) =>
      new Histogram({
        ...settings,
        help: 'From the arrival of a request to the end of its answer.',
        labelNames: ['route'],
        buckets: DURATIONS,
      }),
  )
  return (incoming: IncomingMessage, outgoing: ServerResponse, path: string): void => {
    const startedAt = performance.now()
    const { method: given = '' } = incoming
    const method = METHODS.has(given) ? given : 'other'
    const route = routeOf(path)
    outgoing.once('close', () => {
      requests.inc({ method, route, status: outgoing.statusCode })
      durations.observe({ route }, (performance.now() - startedAt) / 1000)
    })
  }
}

/** The text of one registry; nothing of one that fails, or takes too long: the rest matters then. */
const textOf = async (payload: Payload, registry: Registry): Promise<string> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), TIMEOUT_MS)
  })
  try {
    return await Promise.race([registry.metrics(), tooLate])
  } catch (err) {
    payload.logger.warn({ err, msg: 'Some metrics could not be read' })
    return ''
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Counts requests, and answers GET /metrics for Prometheus (text exposition format 0.0.4) to whoever
 * shows the token; there is nothing there without one.
 * @param token METRICS_TOKEN
 */
export const createMetrics = (payload: Payload, token: string | null) => {
  collectDefaultMetrics({ register: registryOf(payload) })
  let registries: Registry[] | undefined

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    outgoing.setHeader('Cache-Control', 'no-store')
    if (!token) return answerJson(outgoing, 404, { message: REFUSALS.unknownRoute.message })
    if (!isShown(incoming, token)) {
      const headers = { 'WWW-Authenticate': 'Bearer' }
      return answerJson(outgoing, 401, { message: 'Unauthenticated.' }, headers)
    }
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      const body = { message: 'Metode tidak didukung.' }
      return answerJson(outgoing, 405, body, { Allow: 'GET, HEAD' })
    }
    registries ??= registriesOf(payload)
    const texts = await Promise.all(registries.map(async (one) => textOf(payload, one)))
    outgoing.setHeader('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
    outgoing.end(texts.filter(Boolean).join('\n'))
  }

  return {
    /** To be told of every request. */
    track: createTrack(payload),
    /** @returns false when the request was not for us */
    answer: async (
      incoming: IncomingMessage,
      outgoing: ServerResponse,
      path: string,
    ): Promise<boolean> => {
      if (path !== PATH) return false
      await answer(incoming, outgoing)
      return true
    },
  }
}
