import type { IncomingMessage } from 'node:http'

import { replaceHeader } from '../http/incomingHeaders'
import type { Target } from '../http/target'
import { bodyLimit, FORM_TYPE, hasBody, isSupported, JSON_TYPE, mediaType } from './bodyKind'
import { checkBody } from './checkBody'
import { BodyTooLargeError, readBody } from './readBody'
import type { Refusal } from './refusal'
import { isContract, REFUSALS } from './refusal'
import { isSoundSearch } from './search'

const WITH_BODY = new Set(['POST', 'PATCH', 'PUT'])

const readWhole = async (incoming: IncomingMessage, limit: number): Promise<Buffer | Refusal> => {
  try {
    return await readBody(incoming, limit)
  } catch (error) {
    if (error instanceof BodyTooLargeError) return REFUSALS.tooLarge
    throw error
  }
}

/** Payload compares whole header values, and gives its hooks no data at all where there is no body. */
const plainType = (type: string, isEmpty: boolean): string | null => {
  if (type === FORM_TYPE || type === JSON_TYPE) return type
  return isEmpty ? JSON_TYPE : null
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
  if (!isContract(path) && !isSoundSearch(search)) return REFUSALS.malformedQuery
  const method = incoming.method ?? 'GET'
  const isWrite = WITH_BODY.has(method)
  if (!isWrite && method !== 'DELETE') return null

  const type = mediaType(incoming)
  if (isWrite && hasBody(incoming) && !isSupported(incoming, path, type)) {
    return REFUSALS.unsupportedType
  }
  const body = await readWhole(incoming, bodyLimit(path, type))
  if (!Buffer.isBuffer(body)) return body
  Object.assign(incoming, { rawBody: body })
  const contentType = incoming.headers['content-type'] ?? ''
  const plain = isWrite && plainType(type, body.length === 0)
  if (plain) replaceHeader(incoming, 'content-type', plain)
  return body.length === 0 ? null : checkBody(body, { type, contentType, path })
}
