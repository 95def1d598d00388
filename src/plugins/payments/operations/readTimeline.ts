import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { isUuid } from '@/lib/uuid'

import { transactionNotFound } from '../errors'
import { presentTimeline } from '../presentTimeline'
import { findAttempts, findEvents, findNotices, findRefunds } from '../timeline.sql'
import type { Timeline } from '../transactionSchemas'

/**
 * The life of a transaction. What the gateway has sent is shown to admins alone.
 * @throws {ApiError} 404
 */
export const readTimeline = async (req: PayloadRequest, id: string): Promise<Timeline> => {
  if (!isUuid(id)) throw transactionNotFound()
  const { totalDocs } = await req.payload.count({
    collection: 'transactions',
    where: { id: { equals: id } },
    req,
    overrideAccess: false,
  })
  if (totalDocs === 0) throw transactionNotFound()
  const [attempts, events, refunds, notices] = await Promise.all([
    findAttempts(req, id),
    findEvents(req, id),
    findRefunds(req, id),
    hasRole(req, 'admin') ? findNotices(req, id) : [],
  ])
  return presentTimeline({ attempts, events, refunds, notices })
}
