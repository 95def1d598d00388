import { showRupiah } from '@/lib/panel/showRupiah'

import type { Attempt } from '../attempts.sql'
import {
  amountAboveLeft,
  noteNeeded,
  nothingToRefund,
  notThroughGateway,
  paymentUnknown,
  proofNeeded,
  wholeOnly,
} from '../refundErrors'
import { refundByGateway } from '../refundLimits'
import type { RefundBody } from '../transactionSchemas'

export type PaidAttempt = Pick<
  Attempt,
  'gatewayOrderId' | 'method' | 'channel' | 'paidAmount' | 'refundedAmount' | 'refundedByHand'
>

export type RefundPlan = { gatewayOrderId: string; kind: 'gateway' | 'manual'; amount: number }

const leftOf = ({ paidAmount, refundedAmount, refundedByHand }: PaidAttempt): number =>
  paidAmount - refundedAmount - refundedByHand

const choose = (
  attempts: readonly PaidAttempt[],
  asked: string | null | undefined,
): PaidAttempt => {
  const known = asked ? attempts.filter((one) => one.gatewayOrderId === asked) : attempts
  if (known.length === 0 && asked) throw paymentUnknown()
  const chosen = known.findLast((one) => leftOf(one) > 0)
  if (!chosen) throw nothingToRefund()
  return chosen
}

/**
 * Which money goes back, how, and how much of it (references: Midtrans, "Other calls"): never more than is
 * left, and through the gateway only what it can send back.
 * @param attempts of one transaction, oldest first
 * @throws {ApiError} 409, 422
 */
export const planRefund = (
  attempts: readonly PaidAttempt[],
  asked: Omit<RefundBody, 'reason'>,
  hasProof: boolean,
): RefundPlan => {
  const attempt = choose(attempts, asked.gatewayOrderId)
  const { gatewayOrderId, method, channel, paidAmount } = attempt
  const left = leftOf(attempt)
  const amount = asked.amount ?? left
  if (amount > left) throw amountAboveLeft(showRupiah(left))
  const byGateway = refundByGateway(method, channel)
  const kind = asked.kind ?? (byGateway === 'none' ? 'manual' : 'gateway')
  if (kind === 'gateway') {
    if (byGateway === 'none') throw notThroughGateway()
    if (byGateway === 'whole' && amount < paidAmount) throw wholeOnly()
    return { gatewayOrderId, kind, amount }
  }
  if (!asked.note) throw noteNeeded()
  if (!hasProof) throw proofNeeded()
  return { gatewayOrderId, kind, amount }
}
