import type { Endpoint, PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { proofUpload } from '@/lib/proofPicture'
import { uuid } from '@/lib/uuid'

import { gatewayAway, transactionNotFound } from '../errors'
import { existingTransaction } from '../operations/existingTransaction'
import { refund } from '../operations/refund'
import { reviewPayment } from '../operations/reviewPayment'
import * as refusals from '../refundErrors'
import { transactionChanged } from '../schemas'
import { refundBody, refunded } from '../transactionSchemas'

const endpoint = contractEndpoint(generatedEnvelope)
const ADMINS: readonly Role[] = ['admin']
const OK = 'OK' as const
const { notAPicture, pictureBroken } = refusals

const idOf = (req: PayloadRequest): string => String(req.routeParams?.id).toLowerCase()

const operation = (verb: string, summary: string, description: string) => ({
  method: 'post' as const,
  path: `/:id/${verb}`,
  docs: { tag: 'transactions', summary, description },
  roles: ADMINS,
  isIdempotent: 'committed' as const,
  params: { id: uuid },
})

const review = (verdict: 'approve' | 'deny', summary: string) =>
  endpoint({
    ...operation(verdict, summary, 'Of a card payment that the gateway has challenged.'),
    answers: { 200: transactionChanged },
    refusals: [transactionNotFound, refusals.notUnderReview, refusals.reviewRefused, gatewayAway],
    handle: async (req) => {
      const doc = await reviewPayment(req, idOf(req), verdict)
      return { status: 200, body: { message: OK, doc } }
    },
  })

/** What admins do with a transaction, whose generated update is denied. */
export const transactionOperations: Endpoint[] = [
  endpoint({
    ...operation(
      'refund',
      'Give money back',
      'Through the gateway, or by hand with `note` and a picture as proof. 202: the gateway has not answered; it is finished later.',
    ),
    body: refundBody,
    upload: proofUpload(refusals.PROOF_FIELD),
    answers: { 200: refunded, 202: refunded },
    refusals: [transactionNotFound, ...refusals.ofRefunds, notAPicture, pictureBroken],
    handle: async (req, { body, file }) => {
      const made = await refund(req, idOf(req), body, file)
      const doc = await existingTransaction(req, idOf(req))
      const answer = { message: OK, doc, refund: made }
      return made.status === 'PENDING'
        ? { status: 202, body: answer }
        : { status: 200, body: answer }
    },
  }),
  review('approve', 'Accept a challenged payment'),
  review('deny', 'Refuse a challenged payment'),
]
