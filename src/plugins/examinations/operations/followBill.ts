import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { billId } from './existingBill'

/** How the newest online payment of a bill stands. */
export type FollowedPayment = {
  /** What the gateway knows its newest attempt by; null before it was asked. */
  orderId: string | null
  status: Transaction['status']
}

const newest = async (req: PayloadRequest, id: string): Promise<FollowedPayment | null> => {
  const { docs } = await req.payload.find({
    collection: 'transactions',
    where: { and: [{ type: { equals: 'pemeriksaan' } }, { itemId: { equals: id } }] },
    sort: '-createdAt',
    select: { gatewayOrderId: true, status: true },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    overrideAccess: true,
  })
  const [found] = docs
  return found ? { orderId: found.gatewayOrderId ?? null, status: found.status } : null
}

/**
 * Where the online payment of a bill stands; whoever has the bill's link may know.
 * @param text any; a bill's id
 * @param ask the gateway too, while it is open
 * @returns null when none was begun
 */
export const followBill = async (
  req: PayloadRequest,
  text: string,
  ask: boolean,
): Promise<FollowedPayment | null> => {
  const id = billId(text)
  const known = id === null ? null : await newest(req, id)
  if (!id || !known || !ask || known.status !== 'PENDING' || !known.orderId) return known
  await paymentsOf(req).online.confirm(req, 'pemeriksaan', known.orderId)
  return newest(req, id)
}
