import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { withTransaction } from '@/database/transactions'

import type { Attempt } from '../attempts.sql'
import { findAttempt, stopAsking } from '../attempts.sql'
import { engineOf } from '../engine'
import type { WaitingNotice } from '../inbox.sql'
import { finishNotice } from '../inbox.sql'
import { lockTransaction } from '../transactions.sql'
import type { Outcome } from './applyGatewayState'
import { applyGatewayState } from './applyGatewayState'
import { changeTransaction } from './changeTransaction'

/** The signature covers the amount; `currency` is not always there. */
const claimed = z.object({
  gross_amount: z.string().regex(/^\d{1,15}(?:\.0+)?$/),
  currency: z.literal('IDR').default('IDR'),
})

const DIFFERS = 'Jumlah atau mata uang pada pemberitahuan berbeda dari tagihan.'

/** Whether a notice speaks of the amount that was asked for. */
const isAsAsked = (rawBody: string, amount: number): boolean => {
  const { data } = claimed.safeParse(JSON.parse(rawBody))
  return data !== undefined && Number(data.gross_amount) === amount
}

/** An amount that differs is for an admin to look at; nothing is settled by it, nor by itself later. */
const flag = async (
  req: PayloadRequest,
  { id, gatewayOrderId }: WaitingNotice,
  transactionId: string,
): Promise<void> => {
  await withTransaction(req, async () => {
    await lockTransaction(req, transactionId)
    await stopAsking(req, gatewayOrderId)
    const change = { underReview: true, reviewNote: DIFFERS }
    const why = { cause: 'gateway', gatewayOrderId, isQuiet: true } as const
    await changeTransaction(req, transactionId, change, why)
    await finishNotice(req, id, 'flagged')
  })
}

const askAndFinish = async (
  req: PayloadRequest,
  { id }: WaitingNotice,
  seen: Attempt,
): Promise<Outcome> => {
  const state = await engineOf(req).gateway.status(seen.gatewayOrderId)
  return withTransaction(req, async () => {
    // The transaction first, whatever is written beside it.
    await lockTransaction(req, seen.transactionId)
    const outcome = state ? await applyGatewayState(req, state, { seen }) : 'unknown'
    if (outcome !== 'outdated') await finishNotice(req, id, outcome)
    return outcome
  })
}

/**
 * Asks the gateway what became of the order that a notice speaks of, outside any database transaction,
 * and does it, and writes that it was done, in one.
 * @throws {GatewayError} when the gateway is away: the notice waits
 */
export const processNotice = async (req: PayloadRequest, notice: WaitingNotice): Promise<void> => {
  const { gatewayOrderId, rawBody } = notice
  let outcome: Outcome
  do {
    const attempt = await findAttempt(req, gatewayOrderId)
    if (!attempt) throw new Error(`No attempt ${gatewayOrderId}.`)
    if (!isAsAsked(rawBody, attempt.amount)) {
      await flag(req, notice, attempt.transactionId)
      return
    }
    outcome = await askAndFinish(req, notice, attempt)
  } while (outcome === 'outdated')
}
