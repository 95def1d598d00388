import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import { endNow, lockConsultation } from '../consultations.sql'
import { consultationNotBegun, consultationOver } from '../errors'
import { lockOwn } from './ownConsultation'
import { tellStatus } from './tellStatus'

/**
 * Ends a consultation before its time, by its doctor. Nothing can be said any more, at once.
 * @throws {ApiError} 404, 403, 409 when it has not begun, or is over
 */
export const endConsultation = async (req: PayloadRequest, id: number | null): Promise<number> =>
  withTransaction(req, async () => {
    const own = await lockOwn(req, id)
    if (own.status === 'scheduled') throw consultationNotBegun()
    if (own.status === 'expired') throw consultationOver()
    await endNow(req, own.id, own.doctorUser)
    const ended = await lockConsultation(req, own.id)
    if (ended) await tellStatus(req, ended)
    return own.id
  })
