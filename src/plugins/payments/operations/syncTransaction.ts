import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import { isUuid } from '@/lib/uuid'
import type { Transaction } from '@/payload-types'

import { askAgain, attemptsOf } from '../attempts.sql'
import { engineOf } from '../engine'
import { forbidden, gatewayAway, transactionNotFound } from '../errors'
import { GatewayError } from '../gateway/gateway'
import { insertEvent, lockTransaction } from '../transactions.sql'
import { askAndApply } from './askAndApply'
import { existingTransaction } from './existingTransaction'

/**
 * Asks the gateway about every attempt of a transaction, and does what it says: for an admin who does not
 * want to wait, or who has looked at what was flagged. Never within a database transaction.
 * @throws {ApiError} 403, 404, 502
 */
export const syncTransaction = async (req: PayloadRequest, id: string): Promise<Transaction> => {
  if (!hasRole(req, 'admin')) throw forbidden()
  const known = isUuid(id) ? id.toLowerCase() : null
  const attempts = await withTransaction(req, async () => {
    const transaction = known ? await lockTransaction(req, known) : null
    if (!transaction) throw transactionNotFound()
    return attemptsOf(req, transaction.id)
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
  const by = req.user?.id ?? null
  await insertEvent(req, known ?? '', { kind: 'synced', detail: outcomes, by })
  return existingTransaction(req, known ?? '')
}
