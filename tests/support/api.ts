import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { handleEndpoints } from 'payload'

import { testPayload } from './payload'

export type Answer = { status: number; body: never; headers: Headers }

type Options = {
  token?: string | undefined
  headers?: Record<string, string>
  body?: unknown
  /** A body that is sent as it stands, for what is no JSON. */
  text?: string
}

const BASE = 'http://localhost:3000/api'

const toRequest = (
  method: string,
  path: string,
  { token, headers, body, text }: Options,
): Request => {
  const isForm = body instanceof FormData
  const content = text ?? (isForm || body === undefined ? body : JSON.stringify(body))
  return new Request(`${BASE}${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(content === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
  })
}

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
  return {
    status: response.status,
    body: (isJson && text ? JSON.parse(text) : text) as never,
    headers: response.headers,
  }
}

/** Calls an endpoint of the API in this process, as the server does, without its HTTP layer. */
export const api = async (method: string, path: string, options: Options = {}): Promise<Answer> => {
  await testPayload()
  const { default: config } = await import('@payload-config')
  return read(await handleEndpoints({ config, request: toRequest(method, path, options) }))
}

/** Runs a GraphQL document in this process. */
export const graphql = async (
  query: string,
  { variables, token }: { variables?: Record<string, unknown>; token?: string } = {},
): Promise<Answer> => {
  await testPayload()
  const { default: config } = await import('@payload-config')
  const request = toRequest('POST', '/graphql', { token, body: { query, variables } })
  return read(await GRAPHQL_POST(config)(request))
}
