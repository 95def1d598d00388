import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'

import type { Attempt } from './attempts.sql'
import { claimAttemptsToAsk, claimAttemptsToExpire } from './attempts.sql'
import { engineOf } from './engine'
import { claimNotices } from './inbox.sql'
import { askAndApply } from './operations/askAndApply'
import { changeTransaction } from './operations/changeTransaction'
import { dropAttempt } from './operations/askGateway'
import { isPayable } from './operations/decide'
import { endAttempt } from './operations/endAttempt'
import { expireAttempt } from './operations/expireTransaction'
import { processNotice } from './operations/processNotice'
import { lockNextToExpire } from './transactions.sql'

const SECOND_MS = 1000
/** Claimed at once, and asked about at the same time: the gateway answers in tenths of a second. */
const BATCH = 10

type Named = { gatewayOrderId: string }

/**
 * Works on all that is claimed, some at a time. One that fails is logged, holds no other up, and comes
 * again; then this run ends, since a gateway that is away would keep it for ever.
 */
const workOff = async <T extends Named>(
  payload: Payload,
  claim: (req: Pick<PayloadRequest, 'payload'>, limit: number) => Promise<T[]>,
  work: (req: PayloadRequest, one: T) => Promise<unknown>,
): Promise<void> => {
  const isDone = async (one: T): Promise<boolean> => {
    try {
      await work(await createLocalReq({}, payload), one)
      return true
    } catch (err) {
      payload.logger.error({ err, msg: `${one.gatewayOrderId} is tried again` })
      return false
    }
  }
  for (;;) {
    const claimed = await claim({ payload }, BATCH)
    const done = await Promise.all(claimed.map(isDone))
    if (claimed.length < BATCH || done.includes(false)) return
  }
}

/** Transactions that nobody can pay any more, one per database transaction. */
const expireUnpayable = async (payload: Payload): Promise<void> => {
  const broken: string[] = []
  for (;;) {
    const req = await createLocalReq({}, payload)
    const due: { id: string | null } = { id: null }
    try {
      await withTransaction(req, async () => {
        due.id = await lockNextToExpire(req, broken)
        if (!due.id) return
        await changeTransaction(req, due.id, { status: 'EXPIRED' }, { cause: 'expired' })
      })
    } catch (err) {
      if (!due.id) throw err
      payload.logger.error({ err, msg: `Transaction ${due.id} could not be expired` })
      broken.push(due.id)
    }
    if (!due.id) return
  }
}

/** Ends what is over by our own clock: the gateway is asked before anything is released. */
export const expireTransactions = async (payload: Payload): Promise<void> => {
  await workOff(payload, claimAttemptsToExpire, expireAttempt)
  await expireUnpayable(payload)
}

/** Does what the notices say that were taken in, and then lay there. */
export const processNotices = async (payload: Payload): Promise<void> => {
  await workOff(payload, claimNotices, processNotice)
}

/** What was being made, or ended, by somebody who is gone or was told nothing: it is ended. */
const settleDoubt = async (req: PayloadRequest, attempt: Attempt): Promise<void> => {
  if (attempt.state === 'ending') {
    await endAttempt(req, attempt)
    return
  }
  const { state } = await askAndApply(req, attempt.gatewayOrderId, engineOf(req).gateway.cancel)
  if (!state) await dropAttempt(req, attempt, 'unknown')
}

const reconcile = async (req: PayloadRequest, attempt: Attempt): Promise<void> => {
  const { state: known, gatewayOrderId } = attempt
  if (known === 'creating' || known === 'unknown' || known === 'ending') {
    await settleDoubt(req, attempt)
    return
  }
  const { gateway } = engineOf(req)
  const { state } = await askAndApply(req, gatewayOrderId, gateway.status)
  // A page that was given up, and on which a method was chosen after all: now it can be ended.
  if (known === 'closed' && state && isPayable(state)) {
    await askAndApply(req, gatewayOrderId, gateway.cancel)
  }
}

/** Asks about what is pending: a notice that was lost is made up for within a minute. */
export const reconcilePending = async (payload: Payload): Promise<void> => {
  await workOff(payload, claimAttemptsToAsk, reconcile)
}

export const sweepers: Sweeper[] = [
  { name: 'expire-transactions', everyMs: 2 * SECOND_MS, run: expireTransactions },
  { name: 'process-payment-notices', everyMs: 2 * SECOND_MS, run: processNotices },
  { name: 'reconcile-payments', everyMs: 5 * SECOND_MS, run: reconcilePending },
]
