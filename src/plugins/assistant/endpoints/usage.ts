import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { reportUsage } from '../operations/reportUsage'
import { usageAnswer, usageQuery } from '../usageSchemas'

/** `GET /api/assistant/usage` */
export const usageEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/assistant/usage',
  docs: {
    tag: 'assistant',
    summary: 'How much the assistant was asked, by day',
    description: 'The last thirty days, unless `from` and `to` (both included) say otherwise.',
  },
  roles: ['admin'],
  query: usageQuery,
  answers: { 200: usageAnswer },
  handle: async (req, { query }) => ({ status: 200, body: await reportUsage(req, query) }),
})
