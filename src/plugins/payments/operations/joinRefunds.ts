import type { PayloadRequest } from 'payload'

import type { GatewayState } from '../gateway/gateway'
import { joinRefund } from '../refunds.sql'

const REASON = 'Dikembalikan lewat dasbor gateway.'

/**
 * Writes the refunds that the gateway tells of, in the transaction of `req`, which has locked the row of
 * `transactions`: those we asked for are done, others were made in the gateway's dashboard.
 */
export const joinRefunds = async (
  req: PayloadRequest,
  transactionId: string,
  { gatewayOrderId, refunds }: Pick<GatewayState, 'gatewayOrderId' | 'refunds'>,
): Promise<void> => {
  for (const { key, amount } of refunds) {
    if (!key || amount <= 0) continue
    const refund = { transactionId, gatewayOrderId, refundKey: key, amount, reason: REASON }
    await joinRefund(req, refund)
  }
}
