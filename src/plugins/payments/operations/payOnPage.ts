import type { SignedInRequest } from '@/lib/contract'
import type { Transaction } from '@/payload-types'

import { engineOf, payableFor } from '../engine'
import { nothingToPay } from '../errors'
import { checkout } from './checkout'

/** Where the gateway's page sends the browser back to; it proves nothing. */
const FINISH_PATH = '/pembayaran/selesai'

/**
 * Asks money on the gateway's page for whatever the body names, as a payable of a domain reads it.
 * @throws {ApiError} 422 when it names nothing; what the payable refuses; 502
 */
export const payOnPage = async (
  req: SignedInRequest,
  body: Record<string, unknown>,
): Promise<Transaction> => {
  for (const { type, parse, finishPath } of engineOf(req).payables) {
    const item = parse?.(body)
    if (!item) continue
    const way = { kind: 'page', finishPath: finishPath?.(item) ?? FINISH_PATH } as const
    return checkout.start(req, { type, item, way })
  }
  throw nothingToPay()
}

const timeOf = (value: string | null | undefined): string | null =>
  value ? new Date(value).toISOString() : null

/** contracts/README, "consultation": the answer of `POST /api/payments`. */
export const presentPayment = (req: SignedInRequest, transaction: Transaction) => ({
  id: transaction.id,
  order_id: transaction.gatewayOrderId ?? null,
  amount: transaction.amount,
  status: transaction.status,
  expires_at: timeOf(transaction.expiresAt),
  ...payableFor(req, transaction.type)?.present?.(transaction),
  token: transaction.snapToken ?? null,
  redirect_url: transaction.redirectUrl ?? null,
})
