import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import { isUuid } from '@/lib/uuid'
import type { Transaction } from '@/payload-types'

import type { Attempt } from '../attempts.sql'
import { askAgain, attemptsOf, LIVE_STATES } from '../attempts.sql'
import { engineOf } from '../engine'
import { forbidden, gatewayAway, transactionNotFound } from '../errors'
import { GatewayError } from '../gateway/gateway'
import { insertEvent, lockTransaction } from '../transactions.sql'
import { askAndApply } from './askAndApply'
import { changeTransaction } from './changeTransaction'
import { existingTransaction } from './existingTransaction'

const isChallenged = ({ state, gatewayStatus }: Attempt): boolean =>
  gatewayStatus === 'capture' && (LIVE_STATES as readonly string[]).includes(state)

/** Who syncs has looked: there is nothing left to review, but for what the gateway itself doubts. */
const endReview = async (req: PayloadRequest, id: string): Promise<void> => {
  const transaction = await lockTransaction(req, id)
  if (!transaction?.isUnderReview || (await attemptsOf(req, id)).some(isChallenged)) return
  const seen = { underReview: false, reviewNote: null }
  await changeTransaction(req, id, seen, { cause: 'gateway', isQuiet: true })
}

/**
 * Asks the gateway about every attempt of a transaction, and does what it says: for an admin who does not
 * want to wait, or who has looked at what was flagged. Never within a database transaction.
 * @throws {ApiError} 403, 404, 502
 */
export const syncTransaction = async (req: PayloadRequest, asked: string): Promise<Transaction> => {
  if (!hasRole(req, 'admin')) throw forbidden()
  const id = asked.toLowerCase()
  const attempts = await withTransaction(req, async () => {
    const transaction = isUuid(id) ? await lockTransaction(req, id) : null
    if (!transaction) throw transactionNotFound()
    return attemptsOf(req, id)
  })
  const outcomes: Record<string, string> = {}
  try {
    for (const { gatewayOrderId } of attempts) {
      const { outcome } = await askAndApply(req, gatewayOrderId, engineOf(req).gateway.status)
      if (outcome !== 'flagged') await askAgain(req, gatewayOrderId)
      outcomes[gatewayOrderId] = outcome
    }
  } catch (error) {
    throw error instanceof GatewayError ? gatewayAway() : error
  }
  return withTransaction(req, async () => {
    if (!Object.values(outcomes).includes('flagged')) await endReview(req, id)
    const by = req.user?.id ?? null
    await insertEvent(req, id, { kind: 'synced', detail: outcomes, by })
    return existingTransaction(req, id)
  })
}
