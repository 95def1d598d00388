import type { IncomingMessage, ServerResponse } from 'node:http'

import { getRequestListener, RequestError } from '@hono/node-server'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { Payload, SanitizedConfig } from 'payload'
import { handleEndpoints, headersWithCors } from 'payload'

import { translatorOf } from '@/lib/panel/refusalLanguage'

import { answerAndHangUp, answerJson } from '../http/answer'
import type { Target } from '../http/target'
import { GRAPHQL_PATH } from './bodyKind'
import { BodyAbortedError } from './readBody'
import { receive } from './receive'
import type { Refusal } from './refusal'
import { isContract, REFUSALS, refusalBody } from './refusal'

export type Api = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: Target,
) => Promise<void>

const FILE = /^\/api\/[^/]+\/file\//

/** Headers of every answer, also of those that Payload never sees. */
const setApiHeaders = (
  payload: Payload,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
): void => {
  const origin = incoming.headers.origin
  const headers = new Headers(origin ? { origin } : {})
  headersWithCors({ headers: new Headers(), req: { payload, headers } }).forEach((value, name) =>
    outgoing.setHeader(name, value),
  )
  outgoing.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After')
  outgoing.setHeader('Vary', 'Origin')
  if (!FILE.test(path)) outgoing.setHeader('Cache-Control', 'no-store')
}

/** Payload replaces `json` of the requests that it reads; the listener's light Request forbids that. */
const allowReplacingJson = (request: Request): void => {
  Object.defineProperty(request, 'json', {
    value: request.json.bind(request),
    writable: true,
    configurable: true,
  })
}

/** Two answers that are not meant for clients: neither is JSON that says something. */
const reword = (response: Response): Response => {
  // Payload's word for a collection without an API.
  if (response.status === 501) return failure(404, REFUSALS.unknownRoute.message)
  // What graphql-http says of an exception in a validation rule.
  if (response.status >= 500 && !response.body) return failure(500, REFUSALS.failed.message)
  return response
}

const failure = (status: number, message: string): Response =>
  Response.json(refusalBody('', message), { status })

/** A refusal's message as whoever asked should read it: contracts have one language, the panel two. */
const wordsFor = (
  payload: Payload,
  { headers }: IncomingMessage,
  path: string,
  message: string,
): string => {
  if (isContract(path)) return message
  return translatorOf({ headers: new Headers({ cookie: headers.cookie ?? '' }), payload })(message)
}

const refuse = (
  payload: Payload,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
  { status, message }: Refusal,
): void => {
  const body = refusalBody(path, wordsFor(payload, incoming, path, message))
  if (incoming.complete) answerJson(outgoing, status, body)
  else answerAndHangUp(incoming, outgoing, status, body)
}

/**
 * Answers `/api/*`: Payload's GraphQL handler for POST /api/graphql, `handleEndpoints` for the rest
 * (generated REST, and the plugins' endpoints), without a detour through Next.
 */
export const createApi = (payload: Payload, config: Promise<SanitizedConfig>): Api => {
  const answerGraphQL = GRAPHQL_POST(config)
  const handle = async (request: Request): Promise<Response> => {
    allowReplacingJson(request)
    const isGraphQL = request.method === 'POST' && new URL(request.url).pathname === GRAPHQL_PATH
    return reword(await (isGraphQL ? answerGraphQL(request) : handleEndpoints({ config, request })))
  }
  const fail = (error: unknown): Response => {
    if (error instanceof RequestError) return failure(400, 'Alamat tidak valid.')
    payload.logger.error({ err: error, msg: 'A request failed' })
    return failure(500, REFUSALS.failed.message)
  }
  const listener = getRequestListener(handle, {
    hostname: 'localhost',
    overrideGlobalObjects: false,
    errorHandler: fail,
  })

  return async (incoming, outgoing, target) => {
    setApiHeaders(payload, incoming, outgoing, target.path)
    try {
      const refusal = await receive(incoming, target)
      if (refusal) return refuse(payload, incoming, outgoing, target.path, refusal)
    } catch (error) {
      if (error instanceof BodyAbortedError) return
      throw error
    }
    // Node leaves the body of an answer to HEAD out by itself.
    if (incoming.method === 'HEAD') incoming.method = 'GET'
    await listener(incoming, outgoing)
  }
}
