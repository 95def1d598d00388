import type { CollectionBeforeChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

/** A payment that the gateway denies after its settlement was none. */
export const clearPaidAt: CollectionBeforeChangeHook<Transaction> = ({ data, originalDoc }) =>
  originalDoc?.status === 'SUCCESS' && data.status === 'FAILED' ? { ...data, paidAt: null } : data
