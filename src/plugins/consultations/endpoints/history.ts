import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { consultationNotFound, notParticipant } from '../chatErrors'
import { history, historyQuery } from '../chatSchemas'
import { readHistory } from '../operations/readHistory'
import { presentMessage } from '../presentMessage'
import { CHAT_TAG, TALKERS } from './tag'

/** consultation.md: `GET /api/chats/consultation/:id/messages`. */
export const historyEndpoint = contractEndpoint(apotekEnvelope)({
  method: 'get',
  path: '/chats/consultation/:id/messages',
  docs: {
    tag: CHAT_TAG,
    summary: 'Messages of a consultation, ascending',
    description: 'Those that follow `after`; without it the newest, or the newest before `before`.',
  },
  roles: TALKERS,
  query: historyQuery,
  answers: { 200: history },
  refusals: [consultationNotFound, notParticipant],
  handle: async (req, { query }) => {
    const rows = await readHistory(req.payload, req.user.id, readId(req), query)
    const data = rows.map((row) => presentMessage(req.payload, row))
    return { status: 200, body: { success: true, data } }
  },
})
