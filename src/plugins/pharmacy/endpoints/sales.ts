import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { salesOverview } from '../operations/salesOverview'
import { salesAnswer, salesQuery } from '../salesSchemas'

/** What the admin's home shows of sales. */
export const salesEndpoint: Endpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/sales',
  docs: {
    tag: 'orders',
    summary: 'What was sold lately, by day',
    description:
      "Money really taken, on the clinic's day that it was taken, less money given back, on the day " +
      'that it went back.',
  },
  roles: ['admin'],
  query: salesQuery,
  answers: { 200: salesAnswer },
  handle: async (req, { query: { days } }) => ({
    status: 200,
    body: await salesOverview(req, { days }),
  }),
})
