import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'

import type { PresentedTransaction } from '../contract'
import { presentMoney } from '../presentTransaction'
import { readSettings } from './readSettings'

/** checkout.md, "Create Order": with the clinic's account, as the admins have set it. */
export const presentCreated = async (
  req: PayloadRequest,
  transaction: Transaction,
): Promise<PresentedTransaction> => {
  const presented = presentMoney(transaction)
  if (!presented.payment_details) return presented
  const { bank_name = null, ...details } = presented.payment_details
  const { accountNumber, accountName } = await readSettings(req)
  const account = { account_number: accountNumber, account_name: accountName }
  return { ...presented, payment_details: { bank_name, ...account, ...details } }
}
