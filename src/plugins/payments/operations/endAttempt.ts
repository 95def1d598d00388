import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import type { Attempt, LiveState } from '../attempts.sql'
import {
  attemptsOf,
  changeAttempt,
  giveBackAttempt,
  keepAsking,
  leaseToEnd,
  LIVE_STATES,
} from '../attempts.sql'
import { engineOf } from '../engine'
import type { GatewayState } from '../gateway/gateway'
import { GatewayError } from '../gateway/gateway'
import { insertEvent, lockTransaction } from '../transactions.sql'
import { askAndApply } from './askAndApply'

/** It cannot be paid at the gateway, though the gateway has no word for the whole of it. */
const isOver = (state: GatewayState | null): boolean =>
  state === null || state.status === 'deny' || state.status === 'failure'

/**
 * Closes an attempt that is live, after the gateway has said what became of it. The transaction stays as
 * it is. A page on which nobody has chosen a method cannot be ended there: it is asked about for a day.
 */
const closeAttempt = async (
  req: PayloadRequest,
  { gatewayOrderId, transactionId }: Attempt,
  isKnown: boolean,
): Promise<void> => {
  await withTransaction(req, async () => {
    await lockTransaction(req, transactionId)
    const attempts = await attemptsOf(req, transactionId)
    const attempt = attempts.find((one) => one.gatewayOrderId === gatewayOrderId)
    if (!attempt || !(LIVE_STATES as readonly string[]).includes(attempt.state)) return
    await changeAttempt(req, gatewayOrderId, { state: 'closed' })
    if (!isKnown) await keepAsking(req, gatewayOrderId)
    const by = req.user?.id ?? null
    await insertEvent(req, transactionId, { kind: 'attempt-ended', detail: { gatewayOrderId }, by })
  })
}

const stateNow = async (
  req: PayloadRequest,
  { gatewayOrderId, transactionId }: Attempt,
): Promise<Attempt['state'] | null> =>
  withTransaction(req, async () => {
    await lockTransaction(req, transactionId)
    const attempts = await attemptsOf(req, transactionId)
    return attempts.find((one) => one.gatewayOrderId === gatewayOrderId)?.state ?? null
  })

/** @throws {GatewayError} when it can still be paid, or the gateway does not say */
const cancel = async (req: PayloadRequest, attempt: Attempt): Promise<{ isPaid: boolean }> => {
  const { gateway } = engineOf(req)
  const quietly = { isQuiet: true }
  const { state } = await askAndApply(req, attempt.gatewayOrderId, gateway.cancel, quietly)
  if (isOver(state)) await closeAttempt(req, attempt, state !== null)
  const now = await stateNow(req, attempt)
  if (now === 'ending') {
    throw new GatewayError('refused', `${attempt.gatewayOrderId} could not be cancelled.`)
  }
  return { isPaid: now === 'paid' }
}

/**
 * Asks the gateway to cancel an attempt that was leased for it, and writes what became of it.
 * @throws {GatewayError} with the attempt as it was, or, when nobody knows, left to the sweeper
 */
const finishEnding = async (
  req: PayloadRequest,
  attempt: Attempt,
): Promise<{ isPaid: boolean }> => {
  try {
    return await cancel(req, attempt)
  } catch (error) {
    const isUnknown = error instanceof GatewayError && error.failure === 'unknown'
    const was = attempt.state as LiveState
    await giveBackAttempt(req, attempt.gatewayOrderId, isUnknown ? 'ending' : was)
    throw error
  }
}

/**
 * Ends a live attempt at the gateway, never within a database transaction. One that turns out to be paid
 * is settled instead. When somebody else has it in hand, nothing is done: look again.
 * @throws {GatewayError}
 */
export const endAttempt = async (
  req: PayloadRequest,
  attempt: Attempt,
): Promise<{ isPaid: boolean }> => {
  if (!(await leaseToEnd(req, attempt))) return { isPaid: false }
  return finishEnding(req, attempt)
}
