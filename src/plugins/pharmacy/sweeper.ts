import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { forgetOldKeys } from '@/database/idempotency'
import { withTransaction } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'

import { expireOrder } from './operations/cancelOrder'
import { lockExpiredOrder } from './sql'

const SECOND_MS = 1000
const HOUR_MS = 60 * 60 * SECOND_MS

/** The next order that is due, and whether it could be cancelled; null when none is due. */
const expireNext = async (
  payload: Payload,
  except: number[],
): Promise<{ id: number; isCancelled: boolean } | null> => {
  const req: PayloadRequest = await createLocalReq({}, payload)
  const due: { id: number | null } = { id: null }
  try {
    await withTransaction(req, async () => {
      due.id = await lockExpiredOrder(req, except)
      if (due.id !== null) await expireOrder(req, due.id)
    })
    return due.id === null ? null : { id: due.id, isCancelled: true }
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
  const broken: number[] = []
  for (let cancelled = 0; ;) {
    const next = await expireNext(payload, broken)
    if (!next) return cancelled
    if (next.isCancelled) cancelled += 1
    else broken.push(next.id)
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
