import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'
import type { Settled } from '@/plugins/payments/contract'

import { lockBill } from '../sql'
import { changeBill, UNPAID } from './changeBill'
import { billTitle } from './quoteBill'

const refused = (reason: string): Settled => ({ isGiven: false, reason })

/**
 * The money of a bill has come online: it is paid, and nobody at the desk has taken it. What was paid
 * otherwise meanwhile, or costs another amount now, cannot be paid by it any more.
 */
export const settleBill = async (
  req: PayloadRequest,
  { id: transaction, itemId, amount }: Transaction,
): Promise<Settled> => {
  const bill = await lockBill(req, itemId)
  if (!bill) return refused('Pemeriksaan tidak ada lagi.')
  if (bill.transaction === transaction) return { isGiven: true }
  const title = billTitle(bill)
  if (bill.isPaid) return refused(`${title} sudah dibayar dengan cara lain.`)
  if (bill.isClosed) return refused(`Uang ${title} sudah dikembalikan.`)
  if (bill.total !== amount) return refused(`Jumlah ${title} sudah berubah.`)
  const paidAt = new Date().toISOString()
  await changeBill(req, bill.id, { ...UNPAID, dibayar: true, paidAt, transaction })
  return { isGiven: true }
}

/** The online money of a bill went back: it is as if it had never been paid, and can be paid again. */
export const revokeBill = async (
  req: PayloadRequest,
  { id: transaction, itemId }: Pick<Transaction, 'id' | 'itemId'>,
): Promise<void> => {
  const bill = await lockBill(req, itemId)
  if (bill?.transaction !== transaction) return
  await changeBill(req, bill.id, UNPAID)
}
