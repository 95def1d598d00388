import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import type { User } from '@/payload-types'

/** A request of somebody else within the same transaction. */
export const actAs = async (req: PayloadRequest, user: User): Promise<PayloadRequest> => {
  const theirs = await createLocalReq({ user }, req.payload)
  if (req.transactionID) theirs.transactionID = req.transactionID
  return theirs
}
