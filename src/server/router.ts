import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import type { Payload } from 'payload'

import type { Api } from './api'
import { refusalBody, REFUSALS } from './api/refusal'
import type { createApiDocs } from './apiDocs'
import type { Drain } from './drain'
import type { createHealth } from './health'
import { answerJson } from './http/answer'
import { markArrival } from './http/arrival'
import { logWhenOver } from './http/requestLog'
import type { createSecurityHeaders } from './http/security'
import { areaOf } from './http/security'
import type { Target } from './http/target'
import { readTarget } from './http/target'
import type { createMetrics } from './metrics'

export type Parts = {
  payload: Payload
  drain: Drain
  trustProxy: boolean
  secure: ReturnType<typeof createSecurityHeaders>
  health: ReturnType<typeof createHealth>
  metrics: ReturnType<typeof createMetrics>
  apiDocs: ReturnType<typeof createApiDocs>
  api: Api
  /** Next's handler: the panel and the pages. */
  pages: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const route = async (
  { api, apiDocs, health, metrics, pages }: Parts,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: Target,
): Promise<void> => {
  if (await health(incoming, outgoing, target.path)) return
  if (await metrics.answer(incoming, outgoing, target.path)) return
  if (await apiDocs(incoming, outgoing, target.path)) return
  if (areaOf(target.path) === 'api') return api(incoming, outgoing, target)
  return pages(incoming, outgoing)
}

const answerFailure = (
  { payload }: Parts,
  outgoing: ServerResponse,
  err: unknown,
  { id, path }: { id: string; path: string },
): void => {
  payload.logger.error({ err, id, path, msg: 'A request failed' })
  if (outgoing.headersSent) outgoing.destroy()
  else answerJson(outgoing, 500, refusalBody(path, REFUSALS.failed.message))
}

/**
 * Marks a request as arrived: its id, its address, and the security headers of its answer.
 * @returns the id, and the target or why it is not served
 */
export const prepare = (
  { trustProxy, secure }: Pick<Parts, 'trustProxy' | 'secure'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => {
  const { id } = markArrival(incoming, trustProxy)
  outgoing.setHeader('X-Request-Id', id)
  const target = readTarget(incoming.url ?? '')
  secure(incoming, outgoing, areaOf('path' in target ? target.path : '/api'))
  return { id, target }
}

/** The one listener of the one server: what is common to all requests, then whose request it is. */
export const createRouter = (parts: Parts): RequestListener => {
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    parts.drain.track(incoming, outgoing)
    const { id, target } = prepare(parts, incoming, outgoing)
    const path = 'path' in target ? target.path : ''
    logWhenOver(parts.payload.logger, incoming, outgoing, { id, path })
    parts.metrics.track(incoming, outgoing, path)
    if (!('path' in target)) {
      return answerJson(outgoing, target.status, refusalBody('', target.message))
    }
    if (!METHODS.has(incoming.method ?? '')) {
      const body = refusalBody(path, 'Metode tidak didukung.')
      return answerJson(outgoing, 405, body, { Allow: [...METHODS].join(', ') })
    }
    try {
      await route(parts, incoming, outgoing, target)
    } catch (error) {
      answerFailure(parts, outgoing, error, { id, path })
    }
  }
  return (incoming, outgoing) => void handle(incoming, outgoing)
}
