import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { notParticipant } from '../chatErrors'
import { statusAnswer } from '../chatSchemas'
import { consultationNotBegun, consultationNotFound, consultationOver } from '../errors'
import { endConsultation } from '../operations/endConsultation'
import { roomFor } from '../operations/roomFor'
import { presentStatus } from '../presentMessage'
import { CHAT_TAG } from './tag'

/** contracts/README, "consultation": `POST /api/chats/consultation/:id/end`. */
export const endEndpoint = contractEndpoint(apotekEnvelope)({
  method: 'post',
  path: '/chats/consultation/:id/end',
  docs: {
    tag: CHAT_TAG,
    summary: 'End the consultation early',
    description: 'By its doctor, while it goes on. Nothing can be said any more, at once.',
  },
  roles: ['doctor'],
  answers: { 200: statusAnswer },
  refusals: [consultationNotFound, notParticipant, consultationNotBegun, consultationOver],
  handle: async (req) => {
    const id = await endConsultation(req, readId(req))
    const { room } = await roomFor(req.payload, req.user.id, id)
    return { status: 200, body: { success: true, data: presentStatus(room) } }
  },
})
