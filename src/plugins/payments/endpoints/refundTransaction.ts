import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { proofUpload } from '@/lib/proofPicture'

import { transactionNotFound } from '../errors'
import { existingTransaction } from '../operations/existingTransaction'
import { refund } from '../operations/refund'
import { notAPicture, ofRefunds, pictureBroken, PROOF_FIELD } from '../refundErrors'
import { refundBody, refunded } from '../transactionSchemas'
import { operationOf, transactionId } from './transactionOperation'

/** `POST /api/transactions/{id}/refund` */
export const refundEndpoint: Endpoint = contractEndpoint(generatedEnvelope)({
  ...operationOf(
    'refund',
    'Give money back',
    'Through the gateway, or by hand with `note` and a picture as proof. 202: the gateway has not answered; it is finished later.',
  ),
  body: refundBody,
  upload: proofUpload(PROOF_FIELD),
  answers: { 200: refunded, 202: refunded },
  refusals: [transactionNotFound, ...ofRefunds, notAPicture, pictureBroken],
  handle: async (req, { body, file }) => {
    const id = transactionId(req)
    const made = await refund(req, id, body, file)
    const answer = { message: 'OK' as const, doc: await existingTransaction(req, id), refund: made }
    return made.status === 'PENDING' ? { status: 202, body: answer } : { status: 200, body: answer }
  },
})
