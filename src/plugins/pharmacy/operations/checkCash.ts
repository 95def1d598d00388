import type { Order } from '@/payload-types'

import { cashOfCashOnly, cashTooLittle } from '../errors'
import { paidBy } from '../paidBy'

type Paid = Pick<Partial<Order>, 'cashReceived' | 'paymentMethod' | 'paymentProof' | 'totalPrice'>

/** What the customer handed over covers the total, and was cash. @throws {ApiError} 422 */
export const checkCash = ({ cashReceived, totalPrice, ...order }: Paid): void => {
  if (cashReceived === null || cashReceived === undefined) return
  if (paidBy(order) !== 'cash') throw cashOfCashOnly()
  if (cashReceived < (totalPrice ?? 0)) throw cashTooLittle()
}
