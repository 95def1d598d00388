import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { readStatistics } from '../operations/readStatistics'
import { statisticsAnswer } from '../schemas'

/** `GET /api/consultations/statistics` */
export const statisticsEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/statistics',
  docs: { tag: 'consultations', summary: 'How the consultations are going' },
  roles: ['admin'],
  answers: { 200: statisticsAnswer },
  handle: async (req) => ({ status: 200, body: await readStatistics(req) }),
})
