import type { PayloadRequest } from 'payload'

import type { ItemRef, Quote } from '@/plugins/payments/contract'

import { billNumber } from '../constants'
import { alreadyPaid, billNotFound, moneyWentBack } from '../errors'
import type { LockedBill } from '../sql'
import { existingBill } from './existingBill'

/** How people call it, without a word of what was examined. */
export const billTitle = ({ number }: Pick<LockedBill, 'number'>): string =>
  `Pemeriksaan ${billNumber(number)}`

/**
 * A bill that its patient may pay now; locked. @throws {ApiError} 404 `Pemeriksaan tidak ditemukan`, also for
 * those of others; 400 `Pemeriksaan sudah dibayar`
 */
export const payableBill = async (
  req: PayloadRequest,
  user: number,
  item: ItemRef,
): Promise<LockedBill> => {
  const bill = await existingBill(req, item.id)
  if (bill.patient !== user) throw billNotFound()
  if (bill.isPaid) throw alreadyPaid()
  if (bill.isClosed) throw moneyWentBack()
  return bill
}

/** What a bill costs its patient. Locked: nobody takes its money, or changes it, until there is a charge. */
export const quoteBill = async (
  req: PayloadRequest,
  user: number,
  item: ItemRef,
): Promise<Quote> => {
  const bill = await payableBill(req, user, item)
  const title = billTitle(bill)
  return {
    title,
    snapshot: { id: bill.id, title, thumbnail_url: null },
    originalAmount: bill.total,
    discount: 0,
    amount: bill.total,
    coupon: null,
  }
}
