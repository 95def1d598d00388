import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Transaction } from '@/payload-types'

import type { Attempt } from '../attempts.sql'
import {
  attemptsOf,
  changeAttempt,
  findAttempt,
  giveBackAttempt,
  openAttempt,
} from '../attempts.sql'
import type { Way } from '../contract'
import { engineOf, payableFor } from '../engine'
import { paymentNotCreated } from '../errors'
import type { GatewayState, NewCharge } from '../gateway/gateway'
import { GatewayError } from '../gateway/gateway'
import { insertEvent, lockTransaction } from '../transactions.sql'
import { applyGatewayState } from './applyGatewayState'
import { askAndApply } from './askAndApply'
import { changeTransaction } from './changeTransaction'
import { readSettings } from './readSettings'
import { existingTransaction } from './existingTransaction'

type Asking = { transaction: Transaction; attempt: Attempt }
type Answered = { shown: Partial<Transaction>; state: GatewayState | null }

const customerOf = (req: PayloadRequest, { type }: Transaction): NewCharge['customer'] => {
  const user = payableFor(req, type)?.isOpenToOthers ? null : req.user
  return { name: user?.name ?? '', email: user?.email ?? null, phone: user?.phone ?? null }
}

const chargeOf = (req: PayloadRequest, { transaction, attempt }: Asking): NewCharge => {
  const { itemId, itemTitle, originalAmount, expiresAt } = transaction
  return {
    gatewayOrderId: attempt.gatewayOrderId,
    amount: attempt.amount,
    lines: [{ id: itemId, name: itemTitle ?? '', price: originalAmount, quantity: 1 }],
    customer: customerOf(req, transaction),
    expiresAt: new Date(expiresAt ?? Date.now()),
  }
}

const NO_PAGE = { snapToken: null, redirectUrl: null }

const request = async (req: PayloadRequest, asking: Asking, way: Way): Promise<Answered> => {
  const { gateway, serverUrl } = engineOf(req)
  const charge = chargeOf(req, asking)
  if (way.kind === 'page') {
    const { channels } = await readSettings(req)
    const finishUrl = `${serverUrl}${way.finishPath}`
    const page = await gateway.createPage({ ...charge, channels, finishUrl })
    const shown = { snapToken: page.token, redirectUrl: page.redirectUrl, paymentDetails: null }
    return { shown: { ...shown, paymentMethod: null, channel: null }, state: null }
  }
  const { method, channel } = way
  const { state, details } = await gateway.charge({ ...charge, method, channel: channel ?? '' })
  const shown = { paymentMethod: method, channel, paymentDetails: details, ...NO_PAGE }
  return { shown, state }
}

/** @throws {ApiError} 502 when it was taken over, because it took too long */
const keep = async (
  req: PayloadRequest,
  { transaction: { id }, attempt }: Asking,
  { shown }: Answered,
): Promise<Transaction> =>
  withTransaction(req, async () => {
    const { gatewayOrderId } = attempt
    await lockTransaction(req, id)
    const isOpen = await openAttempt(req, gatewayOrderId)
    // A notice may have been quicker than this answer.
    const isPaid = !isOpen && (await findAttempt(req, gatewayOrderId))?.state === 'paid'
    if (!isOpen && !isPaid) throw paymentNotCreated()
    const { amount, method, channel, kind } = attempt
    const detail = { gatewayOrderId, amount, method, channel, way: kind }
    await insertEvent(req, id, { kind: 'attempt', detail, by: req.user?.id ?? null })
    return changeTransaction(req, id, { ...shown, gatewayOrderId }, { cause: 'checkout' })
  })

/** Nothing exists at the gateway: what was held is given back, and nothing half made stays. */
export const dropAttempt = async (
  req: PayloadRequest,
  { gatewayOrderId, transactionId }: Attempt,
  reason: string,
): Promise<void> => {
  await withTransaction(req, async () => {
    const transaction = await lockTransaction(req, transactionId)
    const attempts = await attemptsOf(req, transactionId)
    const attempt = attempts.find((one) => one.gatewayOrderId === gatewayOrderId)
    if (attempt?.state === 'paid' || attempt?.state === 'closed') return
    await changeAttempt(req, gatewayOrderId, { state: 'closed' })
    const event = { kind: 'attempt-failed', detail: { gatewayOrderId, reason } } as const
    await insertEvent(req, transactionId, { ...event, by: req.user?.id ?? null })
    if (transaction?.status !== 'PENDING') return
    const why = { cause: 'not-created', gatewayOrderId, isQuiet: true } as const
    await changeTransaction(req, transactionId, { status: 'FAILED' }, why)
  })
}

/** The gateway may have it or not: it is cancelled there; if that is not known either, the sweeper asks. */
const cancelUnknown = async (req: PayloadRequest, attempt: Attempt): Promise<void> => {
  const { gateway } = engineOf(req)
  try {
    const quietly = { isQuiet: true }
    const { state } = await askAndApply(req, attempt.gatewayOrderId, gateway.cancel, quietly)
    if (!state) await dropAttempt(req, attempt, 'unknown')
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    await giveBackAttempt(req, attempt.gatewayOrderId, 'unknown')
  }
}

const giveUp = async (
  req: PayloadRequest,
  { attempt, transaction }: Asking,
  error: unknown,
): Promise<Transaction> => {
  req.payload.logger.error({ err: error, msg: `Payment ${attempt.gatewayOrderId} was not created` })
  const isUnknown = error instanceof GatewayError && error.failure === 'unknown'
  if (!isUnknown) {
    await dropAttempt(req, attempt, error instanceof Error ? error.message : 'unknown')
    throw error instanceof GatewayError ? paymentNotCreated() : error
  }
  await cancelUnknown(req, attempt)
  const now = await existingTransaction(req, transaction.id)
  if (now.status !== 'SUCCESS') throw paymentNotCreated()
  return now
}

/**
 * Asks the gateway for a charge or a page, outside any database transaction, and writes what it answers.
 * @throws {ApiError} 502, with everything given back
 */
export const askGateway = async (
  req: PayloadRequest,
  asking: Asking,
  way: Way,
): Promise<Transaction> => {
  let answered: Answered
  try {
    answered = await request(req, asking, way)
  } catch (error) {
    return giveUp(req, asking, error)
  }
  const transaction = await keep(req, asking, answered)
  const { state } = answered
  if (!state || state.status === 'pending') return transaction
  await applyGatewayState(req, state, { isQuiet: true })
  const now = await existingTransaction(req, transaction.id)
  // A charge that is made, and denied at once, is none.
  if (now.status !== 'PENDING' && now.status !== 'SUCCESS') throw paymentNotCreated()
  return now
}
