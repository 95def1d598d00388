import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { Refund } from '@/payload-types'

import { findMarkedRefund } from '../refunds.sql'
import type { RefundBody } from '../transactionSchemas'
import { lockTransaction } from '../transactions.sql'

const MARK_LENGTH = 16

/**
 * What the refund keys of one request end with: the same for whoever repeats it with its
 * `Idempotency-Key`; null without one.
 */
export const markOf = (req: PayloadRequest, id: string, asked: RefundBody): string | null => {
  const key = req.headers.get('Idempotency-Key')
  if (!key || !req.user) return null
  return createHash('sha256')
    .update(JSON.stringify([req.user.id, id, key, asked]))
    .digest('hex')
    .slice(0, MARK_LENGTH)
}

/**
 * The refund that this very request has made already, when whoever served it first is gone; in the
 * transaction of `req`. A refund that has failed may be asked for again.
 */
export const repeatedRefund = async (
  req: PayloadRequest,
  id: string,
  asked: RefundBody,
): Promise<Refund | null> => {
  const mark = markOf(req, id, asked)
  if (!mark) return null
  await lockTransaction(req, id)
  const made = await findMarkedRefund(req, id, mark)
  if (made === null) return null
  return req.payload.findByID({
    collection: 'refunds',
    id: made,
    depth: 0,
    req,
    overrideAccess: true,
  })
}
