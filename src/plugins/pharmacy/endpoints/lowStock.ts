import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { presentPage } from '../present'
import { lowStockAnswer, lowStockQuery } from '../stockReports'
import { findLowStock } from '../stockReports.sql'
import { DESK } from './answers'

/** `GET /api/obat/low-stock`: what to buy. */
export const lowStockEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/low-stock',
  docs: {
    tag: 'obat',
    summary: 'List what is low on stock',
    description: 'Active obat at their threshold or below it, the most urgent first.',
  },
  roles: DESK,
  query: lowStockQuery,
  answers: { 200: lowStockAnswer },
  handle: async (req, { query }) => {
    const { rows, total } = await findLowStock(req, query)
    return { status: 200, body: presentPage(query, rows, total) }
  },
})
