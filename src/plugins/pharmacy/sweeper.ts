import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { forgetOldKeys } from '@/database/idempotency'
import { withTransaction } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'
import { paymentsOf } from '@/plugins/payments/contract'

import { expireOrder } from './operations/cancelOrder'
import { lockExpiredOrder } from './sql'

const SECOND_MS = 1000
const HOUR_MS = 60 * 60 * SECOND_MS

/**
 * The next order that is due, and whether it could be cancelled; null when none is due. One that can
 * still be paid online is not: its charge ends at the same time, and once the gateway has said so the
 * next pass cancels it.
 */
const expireNext = async (
  payload: Payload,
  except: number[],
): Promise<{ id: number; isCancelled: boolean } | null> => {
  const req: PayloadRequest = await createLocalReq({}, payload)
  const due: { id: number | null; isLive: boolean } = { id: null, isLive: false }
  try {
    await withTransaction(req, async () => {
      due.id = await lockExpiredOrder(req, except)
      if (due.id === null) return
      due.isLive = await paymentsOf(req).charges.isLive(req, { type: 'order', id: due.id })
      if (!due.isLive) await expireOrder(req, due.id)
    })
    return due.id === null ? null : { id: due.id, isCancelled: !due.isLive }
  } catch (err) {
    if (due.id === null) throw err
    payload.logger.error({ err, msg: `Order ${due.id} could not be expired` })
    return { id: due.id, isCancelled: false }
  }
}

/**
 * Cancels the orders that are due and returns their stock. Runs on every instance at once: each claims
 * its rows with SKIP LOCKED. One order per transaction: two together would lock their obat in an order
 * that no buyer keeps to, and one that cannot be cancelled would hold the others up.
 * @returns how many orders it cancelled
 */
export const expireOrders = async (payload: Payload): Promise<number> => {
  const left: number[] = []
  for (let cancelled = 0; ;) {
    const next = await expireNext(payload, left)
    if (!next) return cancelled
    if (next.isCancelled) cancelled += 1
    else left.push(next.id)
  }
}

export const sweepers: Sweeper[] = [
  {
    name: 'expire-orders',
    everyMs: 2 * SECOND_MS,
    run: async (payload) => {
      await expireOrders(payload)
    },
  },
  {
    name: 'forget-idempotency-keys',
    everyMs: HOUR_MS,
    run: (payload) => forgetOldKeys({ payload }),
  },
]
