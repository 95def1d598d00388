import type { PayloadRequest } from 'payload'

import type { Pemeriksaan } from '@/payload-types'

import { letMoneyBeWritten } from '../sql'

type Money = Partial<
  Pick<
    Pemeriksaan,
    | 'dibayar'
    | 'paidAt'
    | 'paidBy'
    | 'paymentMethod'
    | 'cashReceived'
    | 'transaction'
    | 'refundedAt'
    | 'refundedBy'
    | 'refundReason'
  >
>

/**
 * Writes how the money of a bill came, or went back; this transaction has locked it. Through Payload's
 * update, so that the collection's hooks follow whoever makes the change.
 */
export const changeBill = async (req: PayloadRequest, id: string, data: Money): Promise<void> => {
  await letMoneyBeWritten(req, id)
  await req.payload.update({
    collection: 'pemeriksaan',
    id,
    data,
    depth: 0,
    req,
    overrideAccess: true,
  })
  await letMoneyBeWritten(req, null)
}

/** As it was before anybody paid. */
export const UNPAID = {
  dibayar: false,
  paidAt: null,
  paidBy: null,
  paymentMethod: null,
  cashReceived: null,
  transaction: null,
} satisfies Money
