import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { afterCommit, withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'

import { forbidden } from '../errors'
import { changeOrder } from './changeOrder'
import { openOrderFor } from './openOrderFor'
import { reasonOf } from './reasonOf'

const tellBuyer = async (req: PayloadRequest, user: number, order: number, reason: string) => {
  const { email, name } = await req.payload.findByID({
    collection: 'users',
    id: user,
    depth: 0,
    req,
    overrideAccess: true,
  })
  await afterCommit(req, async () => {
    await req.payload.sendEmail({
      to: email,
      subject: `Bukti pembayaran order #${order} ditolak`,
      text: `Halo ${name},\n\nBukti pembayaran order #${order} ditolak: ${reason}\nSilakan kirim bukti yang baru.\n`,
    })
  })
}

/**
 * The desk refuses a proof, with a reason that the buyer is told; the order stays pending.
 * @throws {ApiError} 404; 403 `Forbidden`; 422; 400 when the order is cancelled or paid
 */
export const rejectPayment = async (
  req: PayloadRequest,
  id: number,
  given: string,
): Promise<Order> => {
  if (!isDesk(req)) throw forbidden()
  const reason = reasonOf(given)
  return withTransaction(req, async () => {
    const { user } = await openOrderFor(req, id)
    if (user !== null) await tellBuyer(req, user, id, reason)
    return changeOrder(req, id, {
      paymentProof: null,
      rejectReason: reason,
      rejectedAt: new Date().toISOString(),
    })
  })
}
