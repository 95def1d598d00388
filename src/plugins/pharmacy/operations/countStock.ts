import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import { obatGone } from '../errors'
import { lockObat } from '../sql'

export type Counted = {
  /** What the books said at that moment. */
  before: number
  stock: number
  /** The adjustment that was written; null where the count is what the books say. */
  movement: number | null
}

/**
 * Brings the books to what was counted: writes the difference from the stock of this moment, with the
 * obat locked, so that a sale is either counted in the balance or comes after the adjustment. What the
 * form showed when somebody went to count does not matter.
 * The caller has checked that this request may adjust stock.
 * @throws {ApiError} 404 for an obat that is not there; what stock movements are refused with
 */
export const countStock = async (
  req: PayloadRequest,
  obat: number,
  { counted, reason }: { counted: number; reason: string },
): Promise<Counted> =>
  withTransaction(req, async () => {
    const [locked] = await lockObat(req, [obat])
    if (!locked) throw obatGone()
    const difference = counted - locked.stock
    if (difference === 0) return { before: counted, stock: counted, movement: null }
    const { id } = await req.payload.create({
      collection: 'stock-movements',
      data: { obat, kind: 'adjustment', quantity: difference, reason },
      depth: 0,
      req,
      overrideAccess: true,
    })
    return { before: locked.stock, stock: counted, movement: id }
  })
