import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import { forbidden } from '@/lib/refusals'
import { isUuid } from '@/lib/uuid'
import type { Transaction } from '@/payload-types'

import type { Attempt } from '../attempts.sql'
import { attemptsOf } from '../attempts.sql'
import { engineOf } from '../engine'
import { gatewayAway, transactionNotFound } from '../errors'
import type { GatewayState } from '../gateway/gateway'
import { GatewayError } from '../gateway/gateway'
import { notUnderReview, reviewRefused } from '../refundErrors'
import { insertEvent, lockTransaction } from '../transactions.sql'
import { applyGatewayState } from './applyGatewayState'
import { existingTransaction } from './existingTransaction'

export type Verdict = 'approve' | 'deny'

const EVENTS = { approve: 'approved', deny: 'denied' } as const

/** The attempt that the gateway has challenged. @throws {ApiError} 404, 409 */
const challenged = async (req: PayloadRequest, id: string): Promise<Attempt> =>
  withTransaction(req, async () => {
    const transaction = isUuid(id) ? await lockTransaction(req, id) : null
    if (!transaction) throw transactionNotFound()
    const attempts = await attemptsOf(req, id)
    const attempt = attempts.findLast(({ gatewayStatus }) => gatewayStatus === 'capture')
    if (!transaction.isUnderReview || !attempt) throw notUnderReview()
    return attempt
  })

/** What the gateway made of it; one that was decided on elsewhere meanwhile says so itself. */
const ask = async (
  req: PayloadRequest,
  gatewayOrderId: string,
  verdict: Verdict,
): Promise<GatewayState> => {
  try {
    return await engineOf(req).gateway[verdict](gatewayOrderId)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    throw error.failure === 'refused' ? reviewRefused(error.message) : gatewayAway()
  }
}

/**
 * Accepts or refuses a payment that the gateway has challenged. Never within a database transaction.
 * @throws {ApiError} 403, 404, 409, 502
 */
export const reviewPayment = async (
  req: PayloadRequest,
  id: string,
  verdict: Verdict,
): Promise<Transaction> => {
  if (!hasRole(req, 'admin')) throw forbidden()
  const { gatewayOrderId } = await challenged(req, id)
  const state = await ask(req, gatewayOrderId, verdict)
  await withTransaction(req, async () => {
    await lockTransaction(req, id)
    const detail = { gatewayOrderId }
    const by = req.user?.id ?? null
    await insertEvent(req, id, { kind: EVENTS[verdict], detail, by })
    await applyGatewayState(req, state)
  })
  return existingTransaction(req, id)
}
