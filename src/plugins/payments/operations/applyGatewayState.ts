import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Transaction } from '@/payload-types'

import type { Attempt, AttemptChange } from '../attempts.sql'
import {
  askAboutClosed,
  attemptsOf,
  changeAttempt,
  endOthers,
  findAttempt,
  stopAsking,
} from '../attempts.sql'
import type { GatewayState } from '../gateway/gateway'
import { lockTransaction } from '../transactions.sql'
import type { Why } from './changeTransaction'
import { changeTransaction } from './changeTransaction'
import type { Decision, Known, TransactionChange } from './decide'
import { decide, decideRefund, isPayable, stepsOf } from './decide'
import { joinRefunds } from './joinRefunds'
import { readSettings } from './readSettings'

/**
 * What was done: `flagged` for an amount that differs, `unchanged` for what was known already, `outdated`
 * for what may be older than what is known by now: nothing was done, ask again.
 */
export type Outcome = 'applied' | 'unchanged' | 'flagged' | 'unknown' | 'outdated'

/** Locks the transaction, then its attempts; what is decided on them holds until the commit. */
const lock = async (req: PayloadRequest, { transactionId, gatewayOrderId }: Attempt) => {
  const transaction = await lockTransaction(req, transactionId)
  const attempts = await attemptsOf(req, transactionId)
  const attempt = attempts.find((one) => one.gatewayOrderId === gatewayOrderId)
  if (!transaction || !attempt) throw new Error('An attempt without its transaction.')
  const others = attempts.filter((one) => one !== attempt)
  const { lateMoney } = await readSettings(req)
  return { transaction, attempt, others, lateMoney } satisfies Known
}

type Choice = { attempt: AttemptChange; shown: Partial<Transaction> }

/** On a hosted page the payer chooses how to pay; what they chose is shown. */
const chosenOn = (attempt: Attempt, { method, channel, details }: GatewayState): Choice => {
  const isNew = method !== null && (method !== attempt.method || channel !== attempt.channel)
  if (attempt.kind !== 'page' || !isNew) return { attempt: {}, shown: {} }
  return {
    attempt: { method, channel },
    shown: { paymentMethod: method, channel, paymentDetails: details },
  }
}

const whyOf = (state: GatewayState, isQuiet: boolean, isTakenBack = false): Why => ({
  cause: isTakenBack ? 'chargeback' : 'gateway',
  gatewayOrderId: state.gatewayOrderId,
  gatewayStatus: state.status,
  isQuiet,
})

/** @returns whether anything changed */
const write = async (
  req: PayloadRequest,
  known: Known & { transaction: { id: string } },
  { attempt, transaction }: Decision,
  shown: Partial<Transaction>,
  why: Why,
): Promise<boolean> => {
  if (Object.keys(attempt).length > 0) {
    await changeAttempt(req, known.attempt.gatewayOrderId, attempt)
  }
  const isChange = Object.keys(transaction).length > 0
  const { id, status } = known.transaction
  if (isChange || (status === 'PENDING' && Object.keys(shown).length > 0)) {
    const { status: now } = await changeTransaction(req, id, { ...shown, ...transaction }, why)
    if (now !== 'PENDING') await endOthers(req, id, known.attempt.gatewayOrderId)
  }
  return isChange || (attempt.state !== undefined && attempt.state !== known.attempt.state)
}

/** Whether something was learnt of an attempt since it was read. */
const hasMoved = (seen: Attempt, now: Attempt): boolean =>
  seen.gatewayStatus !== now.gatewayStatus ||
  seen.paidAmount !== now.paidAmount ||
  seen.refundedAmount !== now.refundedAmount

const hasEffect = ({ attempt, transaction }: Decision): boolean =>
  attempt.state !== undefined || Object.keys(transaction).length > 0

/**
 * Brings a transaction up to what the gateway says of one of its attempts: however often, in whatever
 * order and on however many instances, each thing happens once. `state` must come from the gateway's
 * status, never from a notice. May be called within a database transaction.
 * @param isQuiet the payer is not told of its end: they get an answer of their own
 * @param seen the attempt as it was before the gateway was asked. Of two who ask at once the one that was
 *   answered first may write last: a card that was denied before another way was paid must not take that back
 */
export const applyGatewayState = async (
  req: PayloadRequest,
  state: GatewayState,
  { isQuiet = false, seen }: { isQuiet?: boolean; seen?: Attempt } = {},
): Promise<Outcome> =>
  withTransaction(req, async () => {
    const found = await findAttempt(req, state.gatewayOrderId)
    if (!found) return 'unknown'
    const first = await lock(req, found)
    const steps = stepsOf(first.attempt, state)
    if (seen && hasMoved(seen, first.attempt)) {
      return steps.some((step) => hasEffect(decide(first, step))) ? 'outdated' : 'unchanged'
    }
    let outcome: Outcome = 'unchanged'
    for (const step of steps) {
      const known = await lock(req, found)
      const decision = decide(known, step)
      if (decision.isHeld) {
        await stopAsking(req, found.gatewayOrderId)
        await write(req, known, decision, {}, whyOf(step, true))
        return 'flagged'
      }
      const chosen = chosenOn(known.attempt, state)
      const attempt = { ...decision.attempt, ...chosen.attempt }
      const why = whyOf(step, isQuiet, decision.isTakenBack)
      const isChanged = await write(req, known, { ...decision, attempt }, chosen.shown, why)
      if (isChanged) outcome = 'applied'
    }
    if (isPayable(state)) await askAboutClosed(req, found.gatewayOrderId)
    await joinRefunds(req, found.transactionId, state)
    return outcome
  })

/**
 * Money that went back by hand, of one attempt: what is owed is less, and with all of it back the
 * transaction is REFUNDED, and what was given is revoked.
 * @throws {Error} when it is more than what is left
 */
export const applyManualRefund = async (
  req: PayloadRequest,
  { gatewayOrderId, amount }: { gatewayOrderId: string; amount: number },
): Promise<void> =>
  withTransaction(req, async () => {
    const found = await findAttempt(req, gatewayOrderId)
    if (!found) throw new Error(`No attempt ${gatewayOrderId}.`)
    const known = await lock(req, found)
    const { paidAmount, refundedAmount, refundedByHand } = known.attempt
    if (amount <= 0 || amount > paidAmount - refundedAmount - refundedByHand) {
      throw new Error(`${amount} is more than what is left of ${gatewayOrderId}.`)
    }
    const transaction: TransactionChange = decideRefund(known, amount)
    const attempt = { refundedByHand: refundedByHand + amount }
    await write(req, known, { attempt, transaction }, {}, { cause: 'refund', gatewayOrderId })
  })
