import type { Endpoint } from 'payload'
import { z } from 'zod'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { gatewayAway, transactionNotFound } from '../errors'
import { syncTransaction } from '../operations/syncTransaction'
import { transactionChanged } from '../schemas'

/** Brings a transaction up to what the gateway says, at once. */
export const transactionEndpoints: Endpoint[] = [
  contractEndpoint(generatedEnvelope)({
    method: 'post',
    path: '/:id/sync',
    docs: { tag: 'transactions', summary: 'Ask the payment gateway about it now' },
    roles: ['admin'],
    isIdempotent: 'committed',
    params: { id: z.uuid() },
    answers: { 200: transactionChanged },
    refusals: [transactionNotFound, gatewayAway],
    handle: async (req) => {
      const doc = await syncTransaction(req, String(req.routeParams?.id))
      return { status: 200, body: { message: 'OK', doc } }
    },
  }),
]
