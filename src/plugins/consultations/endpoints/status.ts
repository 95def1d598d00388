import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { consultationNotFound, notParticipant } from '../chatErrors'
import { statusAnswer } from '../chatSchemas'
import { roomFor } from '../operations/roomFor'
import { presentStatus } from '../presentMessage'
import { CHAT_TAG, TALKERS } from './tag'

/** consultation.md: `GET /api/chats/consultation/:id/status`. */
export const statusEndpoint = contractEndpoint(apotekEnvelope)({
  method: 'get',
  path: '/chats/consultation/:id/status',
  docs: { tag: CHAT_TAG, summary: 'State and remaining time, by the server’s clock' },
  roles: TALKERS,
  answers: { 200: statusAnswer },
  refusals: [consultationNotFound, notParticipant],
  handle: async (req) => {
    const { room } = await roomFor(req.payload, req.user.id, readId(req))
    return { status: 200, body: { success: true, data: presentStatus(room) } }
  },
})
