import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import type { SignedInRequest } from '@/lib/contract'
import { isUuid } from '@/lib/uuid'
import type { Transaction } from '@/payload-types'

import { orderNotFound } from '../errors'

const find = async (req: PayloadRequest, id: string): Promise<Transaction | null> =>
  req.payload.findByID({
    collection: 'transactions',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })

/** A transaction for its owner or the desk. @throws {ApiError} 404 for everybody else */
export const readTransaction = async (
  req: SignedInRequest,
  asked: string,
): Promise<Transaction> => {
  const id = asked.toLowerCase()
  const transaction = isUuid(id) ? await find(req, id) : null
  if (!transaction) throw orderNotFound()
  if (transaction.user !== req.user.id && !isDesk(req)) throw orderNotFound()
  return transaction
}
