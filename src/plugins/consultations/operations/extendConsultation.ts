import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import { forbidden } from '@/lib/refusals'
import { notify } from '@/plugins/notifications'

import { extend, lockConsultation } from '../consultations.sql'
import { consultationNotFound, consultationOver } from '../errors'
import { tellStatus } from './tellStatus'

export type Extension = { minutes: number; reason: string }

/**
 * Lets a consultation last longer, by an admin who says why. Before its end only: what follows an end
 * (summary, prescription, a place for somebody else) is not undone.
 * @throws {ApiError} 403, 404, 409 when it is over
 */
export const extendConsultation = async (
  req: PayloadRequest,
  id: number | null,
  { minutes, reason }: Extension,
): Promise<number> => {
  const { user } = req
  if (!user || !hasRole(req, 'admin')) throw forbidden()
  return withTransaction(req, async () => {
    const found = id === null ? null : await lockConsultation(req, id)
    if (!found) throw consultationNotFound()
    if (found.status === 'expired') throw consultationOver()
    await extend(req, found.id, { minutes, reason, by: user.id })
    const longer = await lockConsultation(req, found.id)
    if (!longer) return found.id
    await tellStatus(req, longer)
    await notify(req, {
      user: found.patient,
      kind: 'consultation-extended',
      title: 'Konsultasi diperpanjang',
      body: `Konsultasi Anda dengan ${found.doctorName} diperpanjang ${minutes} menit.`,
      data: { consultation: found.id },
      key: `consultation-extended:${found.id}:${longer.expiresAt.getTime()}`,
    })
    return found.id
  })
}
