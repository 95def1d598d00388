import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { forbidden } from '@/lib/refusals'

import type { ConsultationRow } from '../consultations.sql'
import { lockConsultation } from '../consultations.sql'
import { notParticipant } from '../chatErrors'
import { consultationNotFound, consultationNotOver } from '../errors'

/** A consultation of the signed-in doctor; locked. @throws {ApiError} 404, 403 of another doctor's */
export const lockOwn = async (req: PayloadRequest, id: number | null): Promise<ConsultationRow> => {
  if (!req.user || !hasRole(req, 'doctor')) throw forbidden()
  const found = id === null ? null : await lockConsultation(req, id)
  if (!found) throw consultationNotFound()
  if (found.doctorUser !== req.user.id) throw notParticipant()
  return found
}

/** The same, of one that is over. @throws {ApiError} 404, 403, 409 */
export const lockOwnOver = async (
  req: PayloadRequest,
  id: number | null,
): Promise<ConsultationRow> => {
  const own = await lockOwn(req, id)
  if (own.status !== 'expired') throw consultationNotOver()
  return own
}
