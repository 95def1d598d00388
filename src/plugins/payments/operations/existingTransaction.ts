import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'

/** A transaction that exists, with ids in place of documents. */
export const existingTransaction = async (req: PayloadRequest, id: string): Promise<Transaction> =>
  req.payload.findByID({ collection: 'transactions', id, depth: 0, req, overrideAccess: true })
