import type { Payload } from 'payload'
import { createLocalReq } from 'payload'

import { ApiError } from '@/lib/apiError'
import type { Sweeper } from '@/lib/sweeper'

import { finishRefund } from './operations/finishRefund'
import { claimRefunds } from './refunds.sql'

const BATCH = 10

const finishRefunds = async (payload: Payload): Promise<void> => {
  const req = await createLocalReq({}, payload)
  for (const refund of await claimRefunds(req, BATCH)) {
    try {
      await finishRefund(req, refund, { isFirst: false })
    } catch (error) {
      const { refundKey } = refund
      // Refused: it is written down, and shown in the transaction's life.
      if (error instanceof ApiError) payload.logger.warn({ refundKey, msg: error.message })
      else payload.logger.error({ err: error, refundKey, msg: 'finish-refunds' })
    }
  }
}

/** Finishes the refunds whose outcome nobody knows: an answer was lost, or the process ended. */
export const refundSweeper: Sweeper = {
  name: 'finish-refunds',
  everyMs: 15_000,
  run: finishRefunds,
}
