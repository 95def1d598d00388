import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { gatewayAway, transactionNotFound } from '../errors'
import type { Verdict } from '../operations/reviewPayment'
import { reviewPayment } from '../operations/reviewPayment'
import { notUnderReview, reviewRefused } from '../refundErrors'
import { transactionChanged } from '../schemas'
import { operationOf, transactionId } from './transactionOperation'

const review = (verdict: Verdict, summary: string): Endpoint =>
  contractEndpoint(generatedEnvelope)({
    ...operationOf(verdict, summary, 'Of a card payment that the gateway has challenged.'),
    answers: { 200: transactionChanged },
    refusals: [transactionNotFound, notUnderReview, reviewRefused, gatewayAway],
    handle: async (req) => {
      const doc = await reviewPayment(req, transactionId(req), verdict)
      return { status: 200, body: { message: 'OK', doc } }
    },
  })

/** What admins decide on payments that the gateway finds suspicious. */
export const reviewEndpoints: Endpoint[] = [
  review('approve', 'Accept a challenged payment'),
  review('deny', 'Refuse a challenged payment'),
]
