import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'

/** Why a transaction changes; hooks and its timeline read it. */
type Cause =
  | 'gateway'
  | 'checkout'
  | 'not-created'
  | 'expired'
  | 'ended'
  | 'free'
  | 'chargeback'
  | 'refund'
  | 'owed'

export type Why = {
  cause: Cause
  gatewayOrderId?: string
  gatewayStatus?: string
  /** The payer was told of its end by the answer, or wanted it: they get no notice of that. */
  isQuiet?: boolean
}

/** Where the hooks of `transactions` find why. */
export const whyOf = ({ context }: Pick<PayloadRequest, 'context'>): Why | null =>
  (context.paymentChange as Why | undefined) ?? null

/**
 * Writes a change of a transaction that this database transaction has locked. It goes through Payload's
 * update, so that the hooks (settle, release, revoke, notices, timeline) follow every change, whoever
 * makes it.
 */
export const changeTransaction = async (
  req: PayloadRequest,
  id: string,
  data: Partial<Omit<Transaction, 'id'>>,
  why: Why,
): Promise<Transaction> =>
  req.payload.update({
    collection: 'transactions',
    id,
    data,
    depth: 0,
    context: { paymentChange: why },
    req,
    overrideAccess: true,
  })
