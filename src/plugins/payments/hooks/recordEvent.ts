import type { CollectionAfterChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

import type { TransactionEvent } from '../constants'
import { whyOf } from '../operations/changeTransaction'
import { insertEvent } from '../transactions.sql'

const BY_STATUS = {
  SUCCESS: 'settled',
  FAILED: 'failed',
  EXPIRED: 'expired',
  REFUNDED: 'refunded',
} as const

type Change = { doc: Transaction; previousDoc: Transaction }

const rose = (now: number | null | undefined, before: number | null | undefined): boolean =>
  (now ?? 0) > (before ?? 0)

/** What a change was, in one word; several may have happened at once. */
const kindsOf = ({ doc, previousDoc }: Change): TransactionEvent[] => {
  const kinds: TransactionEvent[] = []
  if (doc.status !== previousDoc.status && doc.status !== 'PENDING') {
    kinds.push(BY_STATUS[doc.status])
  }
  const isRefund = rose(doc.refundedAmount, previousDoc.refundedAmount)
  if (isRefund && !kinds.includes('refunded')) kinds.push('partially-refunded')
  if (rose(doc.refundDueAmount, previousDoc.refundDueAmount)) kinds.push('refund-due')
  if (doc.disputed && !previousDoc.disputed) kinds.push('disputed')
  if (doc.underReview && !previousDoc.underReview) kinds.push('flagged')
  if (doc.amount !== previousDoc.amount || doc.couponId !== previousDoc.couponId) {
    kinds.push('priced')
  }
  return kinds
}

const detailOf = ({ doc, previousDoc }: Change): Record<string, unknown> => ({
  from: previousDoc.status,
  to: doc.status,
  amount: doc.amount,
  refundedAmount: doc.refundedAmount,
  refundDueAmount: doc.refundDueAmount,
  note: doc.reviewNote === previousDoc.reviewNote ? null : doc.reviewNote,
})

/** Writes the life of a transaction down, as it happens. */
export const recordEvent: CollectionAfterChangeHook<Transaction> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const by = req.user?.id ?? null
  const { isQuiet: _, ...why } = whyOf(req) ?? { cause: null }
  if (operation === 'create') {
    const { amount, couponCode } = doc
    await insertEvent(req, doc.id, { kind: 'created', detail: { amount, couponCode }, by })
    return doc
  }
  const detail = { ...detailOf({ doc, previousDoc }), ...why }
  for (const kind of kindsOf({ doc, previousDoc })) {
    await insertEvent(req, doc.id, { kind, detail, by })
  }
  return doc
}
