import type { CollectionBeforeChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

import { payableFor } from '../engine'

/**
 * A change to SUCCESS gives what was paid for, in the same database transaction. What cannot be given any
 * more turns the change into a refund that is due.
 */
export const settlePayable: CollectionBeforeChangeHook<Transaction> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  if (data.status !== 'SUCCESS' || originalDoc.status === 'SUCCESS') return data
  const payable = payableFor(req, originalDoc.type)
  const transaction = { ...originalDoc, ...data }
  const settled = payable
    ? await payable.settle({ req, transaction })
    : { isGiven: false as const, reason: 'Yang dibayar tidak tersedia lagi.' }
  if (settled.isGiven) return { ...data, paidAt: new Date().toISOString() }
  return {
    ...data,
    status: originalDoc.status === 'PENDING' ? 'FAILED' : originalDoc.status,
    refundDueAmount: (transaction.refundDueAmount ?? 0) + transaction.amount,
    reviewNote: settled.reason,
  }
}
