import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Pemeriksaan } from '@/payload-types'

import { forbidden, moneyWentBack, notPaid, paidOnline } from '../errors'
import { changeBill, UNPAID } from './changeBill'
import { existingBill, readBill } from './existingBill'

/**
 * An admin gives back what the desk took: an entry of their shift, with a reason. The bill is over then: the
 * ledger takes money for an item once. What was paid online goes back by its transaction.
 * @throws {ApiError} 403, 404; 400 when there is nothing of the desk's to give back
 */
export const giveBack = async (
  req: PayloadRequest,
  id: string,
  refundReason: string,
): Promise<Pemeriksaan> => {
  if (!hasRole(req, 'admin')) throw forbidden()
  return withTransaction(req, async () => {
    const bill = await existingBill(req, id)
    if (bill.isClosed) throw moneyWentBack()
    if (!bill.isPaid) throw notPaid()
    if (bill.transaction) throw paidOnline()
    const { paymentMethod: _kept, ...unpaid } = UNPAID
    await changeBill(req, bill.id, {
      ...unpaid,
      refundedAt: new Date().toISOString(),
      refundedBy: req.user?.id ?? null,
      refundReason,
    })
    return readBill(req, bill.id)
  })
}
