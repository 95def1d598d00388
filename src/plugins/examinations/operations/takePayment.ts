import type { PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import {
  alreadyPaid,
  billIsBeingPaid,
  cashOfCashOnly,
  cashTooLittle,
  forbidden,
  moneyWentBack,
  totalChanged,
} from '../errors'
import type { Taking } from '../schemas'
import type { LockedBill } from '../sql'
import { changeBill, UNPAID } from './changeBill'
import { endLiveCharge } from './endBillCharge'
import { existingBill, readBill } from './existingBill'

const checkCash = ({ total }: LockedBill, { method, cashReceived }: Taking): void => {
  if (cashReceived == null) return
  if (method !== 'cash') throw cashOfCashOnly()
  if (cashReceived < total) throw cashTooLittle()
}

/** A bill whose money the signed-in user may take now; locked. */
const takeable = async (req: PayloadRequest, id: string, taking: Taking): Promise<LockedBill> => {
  if (!isDesk(req)) throw forbidden()
  const bill = await existingBill(req, id)
  if (bill.isPaid) throw alreadyPaid()
  if (bill.isClosed) throw moneyWentBack()
  if (bill.patient === req.user?.id) throw forbidden()
  if (taking.total != null && taking.total !== bill.total) throw totalChanged(bill.total)
  checkCash(bill, taking)
  return bill
}

/**
 * Before the desk takes money: a live charge is ended at the gateway, if nothing else stands in the way. One
 * that turns out to be paid is settled instead. Never within a database transaction.
 * @throws {ApiError} as `takePayment`; 400 `Pemeriksaan sudah dibayar`; 502 when the gateway cannot say
 */
export const clearTheWay = async (
  req: PayloadRequest,
  id: string,
  taking: Taking,
): Promise<void> => {
  const isAsked = await withTransaction(req, async () => {
    const item = { type: 'pemeriksaan', id: id.toLowerCase() } as const
    if (!(await paymentsOf(req).charges.isLive(req, item))) return false
    await takeable(req, id, taking)
    return true
  })
  if (isAsked) await endLiveCharge(req, id.toLowerCase())
}

/**
 * A cashier takes the money of a bill: an entry of their shift. Of two at once one wins.
 * @throws {ApiError} 404; 403, also for a bill of their own; 400 `Pemeriksaan sudah dibayar`; 409 when the
 *   total is another one, or while it can be paid online; 422 for cash that does not cover it, or was none
 */
export const takePayment = async (
  req: PayloadRequest,
  id: string,
  taking: Taking,
): Promise<Pemeriksaan> =>
  withTransaction(req, async () => {
    const bill = await takeable(req, id, taking)
    if (await paymentsOf(req).charges.isLive(req, { type: 'pemeriksaan', id: bill.id })) {
      throw billIsBeingPaid()
    }
    await changeBill(req, bill.id, {
      ...UNPAID,
      dibayar: true,
      paidAt: new Date().toISOString(),
      paidBy: req.user?.id ?? null,
      paymentMethod: taking.method,
      cashReceived: taking.cashReceived ?? null,
    })
    return readBill(req, bill.id)
  })
