import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'
import { notify } from '@/plugins/notifications'

import { forbidden } from '../errors'
import { changeOrder } from './changeOrder'
import { openOrderFor } from './openOrderFor'
import { reasonOf } from './reasonOf'

/** Each refusal is a happening of its own: the order is locked, and refused at this moment. */
const tellBuyer = async (
  req: PayloadRequest,
  user: number,
  order: number,
  { reason, at }: { reason: string; at: string },
) =>
  notify(req, {
    user,
    kind: 'payment-proof-rejected',
    title: `Bukti pembayaran order #${order} ditolak`,
    body: `Bukti pembayaran order #${order} ditolak: ${reason}\nSilakan kirim bukti yang baru.`,
    data: { order },
    key: `payment-proof-rejected:${order}:${at}`,
    byMail: true,
  })

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
    const at = new Date().toISOString()
    if (user !== null) await tellBuyer(req, user, id, { reason, at })
    return changeOrder(req, id, { paymentProof: null, rejectReason: reason, rejectedAt: at })
  })
}
