import type { Endpoint } from 'payload'

import type { Role } from '@/access/roles'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { searchTooLong, whereOf } from '@/lib/listFilter'
import { badFilter } from '@/lib/refusals'
import { uuid } from '@/lib/uuid'

import { transactionNotFound } from '../errors'
import { readTimeline } from '../operations/readTimeline'
import { sumTransactions } from '../operations/sumTransactions'
import { transactionId } from './transactionOperation'
import { timeline, totals, totalsQuery } from '../transactionSchemas'

const endpoint = contractEndpoint(generatedEnvelope)
const DESK: readonly Role[] = ['cashier', 'admin']

/** What the panel shows above the list of transactions, and on the page of one. */
export const transactionReports: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/totals',
    docs: { tag: 'transactions', summary: 'Sum the transactions of a filter' },
    roles: DESK,
    query: totalsQuery,
    answers: { 200: totals },
    refusals: [badFilter, searchTooLong],
    handle: async (req, { query }) => {
      const { config } = req.payload.collections.transactions
      const body = await sumTransactions(req, whereOf(req, config, query.search))
      return { status: 200, body }
    },
  }),
  endpoint({
    method: 'get',
    path: '/:id/timeline',
    docs: {
      tag: 'transactions',
      summary: 'Read what happened to a transaction',
      description: 'Oldest first. What the gateway has sent is shown to admins alone.',
    },
    roles: DESK,
    params: { id: uuid },
    answers: { 200: timeline },
    refusals: [transactionNotFound],
    handle: async (req) => ({
      status: 200,
      body: await readTimeline(req, transactionId(req)),
    }),
  }),
]
