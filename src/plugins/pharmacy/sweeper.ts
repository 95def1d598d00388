import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { forgetOldKeys } from '@/database/idempotency'
import { withTransaction } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'

import { expireOrder } from './operations/cancelOrder'
import { lockExpiredOrders } from './sql'

const BATCH = 20
const SECOND_MS = 1000
const HOUR_MS = 60 * 60 * SECOND_MS

/**
 * Cancels the orders that are due and returns their stock. Runs on every instance at once: each claims
 * its rows with SKIP LOCKED. @returns how many orders it cancelled
 */
export const expireOrders = async (payload: Payload): Promise<number> => {
  let total = 0
  for (;;) {
    const req: PayloadRequest = await createLocalReq({}, payload)
    const expired = await withTransaction(req, async () => {
      const due = await lockExpiredOrders(req, BATCH)
      for (const { id } of due) await expireOrder(req, id)
      return due.length
    })
    total += expired
    if (expired < BATCH) return total
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
