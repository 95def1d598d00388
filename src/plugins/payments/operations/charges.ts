import { setTimeout as sleep } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import type { Attempt } from '../attempts.sql'
import { attemptsOf, LIVE_STATES } from '../attempts.sql'
import type { Charges } from '../contract'
import { chargeNotEnded } from '../errors'
import { hasLiveCharge, isItemPaid, lockTransaction, pendingOfItem } from '../transactions.sql'
import { changeTransaction } from './changeTransaction'
import { endAttempt } from './endAttempt'

const POLL_MS = 100

/** The live attempt of a transaction; without one it is closed, for the money comes another way. */
const liveOrClosed = async (req: PayloadRequest, id: string): Promise<Attempt | null> =>
  withTransaction(req, async () => {
    const transaction = await lockTransaction(req, id)
    const attempts = await attemptsOf(req, id)
    const live = attempts.find(({ state }) => (LIVE_STATES as readonly string[]).includes(state))
    if (live) return live
    if (transaction?.status === 'PENDING') {
      await changeTransaction(req, id, { status: 'FAILED' }, { cause: 'ended', isQuiet: true })
    }
    return null
  })

const endTransaction = async (req: PayloadRequest, id: string): Promise<void> => {
  for (;;) {
    const live = await liveOrClosed(req, id)
    if (!live) return
    if (live.isLeased) await sleep(POLL_MS)
    else {
      await endAttempt(req, live).catch(() => {
        throw chargeNotEnded()
      })
    }
  }
}

const end: Charges['end'] = async (req, { type, id }) => {
  if (req.transactionID) throw new Error('The gateway is never called within a transaction.')
  const item = { type, id: String(id) }
  for (const transaction of await pendingOfItem(req, item)) await endTransaction(req, transaction)
  return { isPaid: await isItemPaid(req, item) }
}

const isLive: Charges['isLive'] = async (req, { type, id }) =>
  hasLiveCharge(req, { type, id: String(id) })

const owe: Charges['owe'] = async (req, transactionId, reviewNote) => {
  await withTransaction(req, async () => {
    await lockTransaction(req, transactionId)
    const attempts = await attemptsOf(req, transactionId)
    const kept = attempts.reduce(
      (sum, one) => sum + one.paidAmount - one.refundedAmount - one.refundedByHand,
      0,
    )
    if (kept <= 0) return
    const change = { refundDueAmount: kept, reviewNote }
    await changeTransaction(req, transactionId, change, { cause: 'owed' })
  })
}

export const charges: Charges = { end, isLive, owe }
