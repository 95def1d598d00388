import { clinicZone } from '@/lib/clinicZone'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { presentPage } from '../present'
import { soldAnswer, soldQuery } from '../stockReports'
import { findSold } from '../stockReports.sql'
import { DESK } from './answers'

/** `GET /api/obat/sold`: what was sold lately, and how long the rest lasts. */
export const soldEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/sold',
  docs: {
    tag: 'obat',
    summary: 'List what was sold',
    description: 'Of each obat: what the orders of the last days sold, cancelled ones left out.',
  },
  roles: DESK,
  query: soldQuery,
  answers: { 200: soldAnswer },
  handle: async (req, { query }) => {
    const period = { ...query, zone: clinicZone(req) }
    const { rows, total, sold, revenue, from } = await findSold(req, period, query)
    const totals = { days: query.days, from, totalSold: sold, totalRevenue: revenue }
    return { status: 200, body: { ...presentPage(query, rows, total), ...totals } }
  },
})
