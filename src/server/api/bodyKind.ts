import type { IncomingMessage } from 'node:http'

import { isContract } from './refusal'

export const GRAPHQL_PATH = '/api/graphql'

export const JSON_TYPE = 'application/json'
export const FORM_TYPE = 'application/x-www-form-urlencoded'
export const MULTIPART_TYPE = 'multipart/form-data'

const KIBIBYTE = 1024
const MEBIBYTE = 1024 * KIBIBYTE
const LIMITS = { graphql: 256 * KIBIBYTE, text: MEBIBYTE, multipart: 12 * MEBIBYTE } as const

/** The media type without parameters, in lower case; '' when none is said. */
export const mediaType = ({ headers }: IncomingMessage): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Bytes at most. */
export const bodyLimit = (path: string, type: string): number => {
  if (path === GRAPHQL_PATH) return LIMITS.graphql
  return type === MULTIPART_TYPE ? LIMITS.multipart : LIMITS.text
}

/** A search that is too long for an address comes as a form (Payload's panel does that). */
const isSearch = ({ headers }: IncomingMessage): boolean =>
  headers['x-payload-http-method-override'] === 'GET' || headers['x-http-method-override'] === 'GET'

/** Whether somebody at this path reads bodies of this type. */
export const isSupported = (incoming: IncomingMessage, path: string, type: string): boolean => {
  if ((incoming.headers['content-encoding'] ?? 'identity') !== 'identity') return false
  if (type === JSON_TYPE) return true
  if (path === GRAPHQL_PATH) return false
  // The generated REST reads no forms but searches.
  if (type === FORM_TYPE) return isContract(path) || isSearch(incoming)
  return type === MULTIPART_TYPE
}
