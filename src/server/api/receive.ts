import type { IncomingMessage } from 'node:http'

import { replaceHeader } from '../http/incomingHeaders'
import type { Target } from '../http/target'
import { checkDocumentSize } from '../graphql/documentSize'
import { isJsonObject, parseJson } from './jsonBody'
import { BodyTooLargeError, readBody } from './readBody'
import type { Refusal } from './refusal'
import { isContract, REFUSALS } from './refusal'

export const GRAPHQL_PATH = '/api/graphql'

const KIBIBYTE = 1024
const MEBIBYTE = 1024 * KIBIBYTE
const LIMITS = { graphql: 256 * KIBIBYTE, text: MEBIBYTE, multipart: 12 * MEBIBYTE } as const

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
const MULTIPART_TYPE = 'multipart/form-data'
const WITH_BODY = new Set(['POST', 'PATCH', 'PUT'])

/** Query parameters that Payload reads as JSON when they are sent as text. */
const JSON_PARAMETERS = ['where', 'data']

const mediaType = (incoming: IncomingMessage): string =>
  (incoming.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const limitFor = (path: string, type: string): number => {
  if (path === GRAPHQL_PATH) return LIMITS.graphql
  return type === MULTIPART_TYPE ? LIMITS.multipart : LIMITS.text
}

const isSupported = (incoming: IncomingMessage, path: string, type: string): boolean => {
  if ((incoming.headers['content-encoding'] ?? 'identity') !== 'identity') return false
  if (path === GRAPHQL_PATH) return type === JSON_TYPE
  return type === JSON_TYPE || type === FORM_TYPE || type === MULTIPART_TYPE
}

const checkQuery = (search: string): Refusal | null => {
  const query = new URLSearchParams(search)
  const isSound = JSON_PARAMETERS.every((name) => {
    const values = query.getAll(name).filter(Boolean)
    return values.every((text) => isJsonObject(parseJson(text)))
  })
  return isSound ? null : REFUSALS.malformedQuery
}

const checkJson = (text: string, path: string): Refusal | null => {
  const value = parseJson(text)
  if (value === undefined) return REFUSALS.malformedJson
  if (isContract(path)) return null
  if (!isJsonObject(value)) return REFUSALS.notAnObject
  return path === GRAPHQL_PATH ? checkDocumentSize(value) : null
}

const checkBody = (body: Buffer, type: string, path: string): Refusal | null => {
  if (type === JSON_TYPE) return checkJson(body.toString('utf8'), path)
  if (type !== FORM_TYPE) return null
  const form = body.toString('utf8')
  if (form.includes('\0') || form.includes('%00')) return REFUSALS.malformedForm
  // A search that is too long for an address (X-Payload-HTTP-Method-Override: GET).
  return checkQuery(form)
}

const readWhole = async (incoming: IncomingMessage, limit: number): Promise<Buffer | Refusal> => {
  try {
    return await readBody(incoming, limit)
  } catch (error) {
    if (error instanceof BodyTooLargeError) return REFUSALS.tooLarge
    throw error
  }
}

/**
 * Reads a request whole and checks what every handler relies on. The body is left in `rawBody`, where
 * the fetch Request takes it from.
 * @throws {BodyAbortedError} when the client went away
 */
export const receive = async (
  incoming: IncomingMessage,
  { path, search }: Target,
): Promise<Refusal | null> => {
  const faulty = isContract(path) ? null : checkQuery(search)
  if (faulty) return faulty
  const method = incoming.method ?? 'GET'
  if (!WITH_BODY.has(method) && method !== 'DELETE') return null

  const type = mediaType(incoming)
  if (WITH_BODY.has(method) && hasBody(incoming) && !isSupported(incoming, path, type)) {
    return REFUSALS.unsupportedType
  }
  const body = await readWhole(incoming, limitFor(path, type))
  if (!Buffer.isBuffer(body)) return body
  Object.assign(incoming, { rawBody: body })
  // Payload compares whole header values, and takes no body at all for one without data.
  if (type === JSON_TYPE || type === FORM_TYPE) replaceHeader(incoming, 'content-type', type)
  if (body.length > 0) return checkBody(body, type, path)
  if (WITH_BODY.has(method) && type !== FORM_TYPE) {
    replaceHeader(incoming, 'content-type', JSON_TYPE)
  }
  return null
}
