import type { File as PayloadFile, PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import { makeProofPicture } from '@/lib/proofPicture'
import { forbidden } from '@/lib/refusals'
import type { Refund } from '@/payload-types'

import { PROOF_FIELD } from '../refundErrors'
import type { RefundBody } from '../transactionSchemas'
import { finishRefund } from './finishRefund'
import { repeatedRefund } from './repeatedRefund'
import { startRefund } from './startRefund'

const read = async (req: PayloadRequest, id: number): Promise<Refund> =>
  req.payload.findByID({ collection: 'refunds', id, depth: 0, req, overrideAccess: true })

/**
 * Gives money of a transaction back: through the gateway, or, with a note and a proof, by hand. What the
 * gateway does not answer stays PENDING; the sweeper finishes it. A request that is repeated with its
 * `Idempotency-Key` goes on with the refund that it has made, whatever became of who served it first.
 * @throws {ApiError} 403, 404, 409, 422, 502
 */
export const refund = async (
  req: PayloadRequest,
  id: string,
  asked: RefundBody,
  file: Pick<PayloadFile, 'data'> | null,
): Promise<Refund> => {
  if (!hasRole(req, 'admin')) throw forbidden()
  const proof = file ? await makeProofPicture(PROOF_FIELD, file.data) : null
  const { made, isFirst } = await withTransaction(req, async () => {
    const repeated = await repeatedRefund(req, id, asked)
    return repeated
      ? { made: repeated, isFirst: false }
      : { made: await startRefund(req, id, asked, proof), isFirst: true }
  })
  if (made.status === 'SUCCESS') return made
  await finishRefund(req, { ...made, transactionId: id }, { isFirst })
  return read(req, made.id)
}
