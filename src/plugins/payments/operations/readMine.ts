import type { PayloadRequest } from 'payload'

import { presentSums } from '../present'
import { readSums } from '../sql'
import type { Mine } from '../types'

/** The open shift of the signed-in user, and what it has taken so far; never what should be there. */
export const readMine = async (req: PayloadRequest): Promise<Mine> => {
  const { docs } = await req.payload.find({
    collection: 'shifts',
    where: { cashier: { equals: req.user?.id }, closedAt: { exists: false } },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const [shift = null] = docs
  return { shift, sums: shift && presentSums(await readSums(req, shift.id)) }
}
