import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import type { Attempt } from '../attempts.sql'
import { attemptsOf, changeAttempt, keepAsking, LIVE_STATES } from '../attempts.sql'
import type { TransactionStatus } from '../contract'
import { engineOf } from '../engine'
import { lockTransaction } from '../transactions.sql'
import { askAndApply } from './askAndApply'
import { changeTransaction } from './changeTransaction'

const isLive = ({ state }: Attempt): boolean => (LIVE_STATES as readonly string[]).includes(state)

/** A transaction that nobody can pay any more, by our clock: what was held is free again. */
const expireLocked = async (req: PayloadRequest, id: string): Promise<TransactionStatus> => {
  const { status } = await changeTransaction(
    req,
    id,
    { status: 'EXPIRED', underReview: false },
    { cause: 'expired' },
  )
  return status
}

/**
 * Expires an attempt at the gateway, and with it its transaction, whose time is over; outside any
 * database transaction. What turns out to be paid is settled instead; what can still be paid stays.
 * @throws {GatewayError} when the gateway cannot say: nothing is released without its word
 */
export const expireAttempt = async (req: PayloadRequest, attempt: Attempt): Promise<void> => {
  const { gatewayOrderId, transactionId } = attempt
  const { state } = await askAndApply(req, gatewayOrderId, engineOf(req).gateway.expire)
  const isOver = state === null || state.status === 'deny' || state.status === 'failure'
  await withTransaction(req, async () => {
    const transaction = await lockTransaction(req, transactionId)
    if (transaction?.status !== 'PENDING') return
    const attempts = await attemptsOf(req, transactionId)
    const live = attempts.filter(isLive)
    if (live.some((one) => one.gatewayOrderId !== gatewayOrderId || !isOver)) return
    if (live.length > 0) await changeAttempt(req, gatewayOrderId, { state: 'closed' })
    // A page: by the gateway's clock it may be open for a moment yet.
    if (state === null) await keepAsking(req, gatewayOrderId)
    await expireLocked(req, transactionId)
  })
}

/**
 * Expires a transaction whose time is over, now.
 * @returns its status afterwards; PENDING when it can still be paid, or somebody else is at it
 * @throws {GatewayError}
 */
export const expireTransaction = async (
  req: PayloadRequest,
  id: string,
): Promise<TransactionStatus | null> => {
  const found = await withTransaction(req, async () => {
    const transaction = await lockTransaction(req, id)
    const live = (await attemptsOf(req, id)).find(isLive)
    if (transaction?.status !== 'PENDING' || !transaction.isOver || live?.isLeased) return null
    if (live) return live
    await expireLocked(req, id)
    return null
  })
  if (found) await expireAttempt(req, found)
  return withTransaction(req, async () => (await lockTransaction(req, id))?.status ?? null)
}
