import type { CollectionBeforeValidateHook } from 'payload'

import { isDesk } from '@/access'

import { expiryOf } from '../expiry'
import type { PharmacyOptions } from '../index'

/**
 * The contract's payment status logic (apotek.md, "Payment Status Logic"; contracts/README, "apotek"):
 * paid when staff made the order, with time and taker; paid in name when a patient chose cash, which
 * nobody has taken yet; else pending.
 */
export const setPaymentStatus =
  (options: PharmacyOptions): CollectionBeforeValidateHook =>
  ({ data, operation, req }) => {
    if (operation !== 'create' || !data) return data
    const now = new Date()
    const isTaken = isDesk(req)
    const isPaid = isTaken || data.paymentMethod === 'cash'
    return {
      ...data,
      status: 'pending',
      paymentStatus: isPaid ? 'paid' : 'pending',
      paidAt: isTaken ? now.toISOString() : null,
      paidBy: isTaken ? req.user?.id : null,
      expiresAt: isTaken ? null : expiryOf(now, String(data.paymentMethod), options).toISOString(),
      paymentProof: null,
      transaction: null,
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: null,
      refundedAt: null,
      refundedBy: null,
      rejectReason: null,
      rejectedAt: null,
    }
  }
