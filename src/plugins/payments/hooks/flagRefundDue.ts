import type { CollectionBeforeChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

/** Whether a refund is due follows from how much of it is. */
export const flagRefundDue: CollectionBeforeChangeHook<Transaction> = ({ data, originalDoc }) => ({
  ...data,
  refundDue: (data.refundDueAmount ?? originalDoc?.refundDueAmount ?? 0) > 0,
})
