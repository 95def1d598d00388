import type { PayloadRequest } from 'payload'

import { tell, userRoom } from '@/plugins/realtime'

import { SERVER_EVENTS } from '../constants'
import type { ConsultationRow } from '../consultations.sql'

/** Who hears of a consultation: both users, on all of their devices. Nobody else may join its room. */
export const tellBoth = async (
  req: PayloadRequest,
  { patient, doctorUser }: ConsultationRow,
  event: string,
  data: Record<string, unknown>,
): Promise<void> => {
  for (const user of [patient, doctorUser]) await tell(req, userRoom(user), event, data)
}

/** Tells both that a consultation is in another state, or ends at another time, after the commit. */
export const tellStatus = async (
  req: PayloadRequest,
  consultation: ConsultationRow,
): Promise<void> =>
  tellBoth(req, consultation, SERVER_EVENTS.status, {
    consultation_id: consultation.id,
    status: consultation.status,
    started_at: consultation.startedAt.toISOString(),
    expires_at: consultation.expiresAt.toISOString(),
    ended_at: consultation.endedAt?.toISOString() ?? null,
  })
