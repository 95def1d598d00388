import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import { notify } from '@/plugins/notifications'

import { setSummary } from '../consultations.sql'
import { lockOwnOver } from './ownConsultation'

/**
 * Writes what a consultation came to, by its doctor, after its end; it may be corrected later. The patient
 * is told of each wording.
 * @throws {ApiError} 404, 403, 409 when it is not over
 */
export const writeSummary = async (
  req: PayloadRequest,
  id: number | null,
  summary: string,
): Promise<number> =>
  withTransaction(req, async () => {
    const own = await lockOwnOver(req, id)
    const at = await setSummary(req, own.id, summary)
    if (!at) return own.id
    await notify(req, {
      user: own.patient,
      kind: 'consultation-summary',
      title: 'Ringkasan konsultasi',
      body: `${own.doctorName} menulis ringkasan konsultasi Anda.`,
      data: { consultation: own.id },
      key: `consultation-summary:${own.id}:${at.getTime()}`,
    })
    return own.id
  })
