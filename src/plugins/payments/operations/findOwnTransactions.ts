import type { Where } from 'payload'
import type { z } from 'zod'

import type { SignedInRequest } from '@/lib/contract'
import type { Transaction } from '@/payload-types'

import type { myTransactionsQuery } from '../checkoutSchemas'

/** A page of the signed-in user's transactions, newest first, and how many there are. */
export const findOwnTransactions = async (
  req: SignedInRequest,
  { page, per_page: limit, status, type }: z.infer<typeof myTransactionsQuery>,
): Promise<{ docs: Transaction[]; total: number }> => {
  const where: Where = {
    user: { equals: req.user.id },
    ...(status ? { status: { equals: status } } : {}),
    ...(type ? { type: { equals: type } } : {}),
  }
  const { docs, totalDocs } = await req.payload.find({
    collection: 'transactions',
    where,
    page,
    limit,
    // Ids rise with time, and no two are alike.
    sort: '-id',
    depth: 0,
    req,
    overrideAccess: true,
  })
  return { docs, total: totalDocs }
}
