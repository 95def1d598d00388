import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { tooManyAttempts } from '@/lib/refusals'

import { consultationNotFound, notParticipant } from '../chatErrors'
import { readAnswer, readBody } from '../chatSchemas'
import type { ConsultationsOptions } from '../index'
import { countMessage } from '../limits'
import { markRead } from '../operations/markRead'
import { CHAT_TAG, TALKERS } from './tag'

/** As the socket's `message_read`, for clients without one. */
export const readEndpoint = ({ rateLimitFactor }: ConsultationsOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'post',
    path: '/chats/consultation/:id/read',
    docs: { tag: CHAT_TAG, summary: 'Mark messages as read' },
    roles: TALKERS,
    body: readBody,
    answers: { 200: readAnswer },
    refusals: [consultationNotFound, notParticipant, tooManyAttempts],
    handle: async (req, { body }) => {
      await countMessage(req, rateLimitFactor)
      const data = await markRead(req.payload, req.user.id, readId(req), body.seq)
      return { status: 200, body: { success: true, data } }
    },
  })
