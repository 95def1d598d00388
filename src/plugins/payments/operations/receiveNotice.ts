import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { malformedJson } from '@/lib/refusals'

import type { Attempt } from '../attempts.sql'
import { findAttempt } from '../attempts.sql'
import { engineOf } from '../engine'
import { invalidSignature, orderNotFound } from '../errors'
import { insertForged, insertNotice } from '../inbox.sql'
import { insertEvent } from '../transactions.sql'
import { processNotice } from './processNotice'

/** Of the dashboard's own test: it names no order of ours. */
const TEST_ORDER = 'payment_notif_test_'

/** The gateway gives up after 15 seconds, and wants an answer within 5. */
const PATIENCE_MS = 4000

const ORDER_ID_MAX = 50

const parse = (rawBody: string): Record<string, unknown> => {
  let body: unknown
  try {
    body = JSON.parse(rawBody)
  } catch {
    throw malformedJson()
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformedJson()
  return body as Record<string, unknown>
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const STATUS_MAX = 50

/** Shown as it came, but for what Postgres cannot keep: it is not signed, so anything may stand here. */
const statusIn = ({ transaction_status: status }: Record<string, unknown>): string | null =>
  textOf(status)?.replace(/\p{C}/gu, '').slice(0, STATUS_MAX) ?? null

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const noticeOf = (body: Record<string, unknown>, rawBody: string, attempt: Attempt) => ({
  gatewayOrderId: attempt.gatewayOrderId,
  transactionId: attempt.transactionId,
  transactionStatus: statusIn(body),
  rawBody,
})

/** Works on it for as long as the gateway waits; what is not done then, the sweeper does. */
const processInTime = async (
  req: PayloadRequest,
  notice: Parameters<typeof processNotice>[1],
): Promise<void> => {
  // Beside the request: it may go on when that has been answered.
  const own = await createLocalReq({}, req.payload)
  const work = processNotice(own, notice).catch((err: unknown) => {
    req.payload.logger.error({ err, msg: `Notice ${notice.id} is left to the sweeper` })
  })
  await Promise.race([work, sleep(PATIENCE_MS, undefined, { ref: false })])
}

/**
 * Takes a notice of the gateway in, as it came: verified, written to the inbox once, then worked on. What
 * it says is not believed: the gateway's status is.
 * @throws {ApiError} 400, 403 `Invalid signature`, 404 for an order that is none of ours
 */
export const receiveNotice = async (req: PayloadRequest, rawBody: string): Promise<void> => {
  const body = parse(rawBody)
  const orderId = textOf(body.order_id) ?? ''
  const isSigned = engineOf(req).gateway.isSigned(body)
  if (isSigned && orderId.startsWith(TEST_ORDER)) return
  const isPossible = orderId.length <= ORDER_ID_MAX && !orderId.includes('\0')
  const attempt = isPossible ? await findAttempt(req, orderId) : null
  if (!isSigned) {
    // The same text may become genuine, once the key is set right: it must not be taken for known then.
    const fingerprint = digest(`invalid ${rawBody}`)
    if (attempt) await insertForged(req, { ...noticeOf(body, rawBody, attempt), fingerprint })
    throw invalidSignature()
  }
  if (!attempt) throw orderNotFound()
  const fingerprint = digest(rawBody)
  const id = await insertNotice(req, { ...noticeOf(body, rawBody, attempt), fingerprint })
  // Known already: done, or in the hands of whoever took it in.
  if (id === null) return
  const { gatewayOrderId, transactionId } = attempt
  const detail = { gatewayOrderId, status: statusIn(body), notice: id }
  await insertEvent(req, transactionId, { kind: 'notified', detail, by: null })
  await processInTime(req, { id, gatewayOrderId, rawBody })
}
