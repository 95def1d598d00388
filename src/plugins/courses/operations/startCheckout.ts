import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { PayableType } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'
import type { Transaction } from '@/payload-types'

import type { checkoutBody } from '../schemas'

/**
 * Asks money for the course or agenda that a request's path names, the way that its body says.
 * @throws {ApiError} what the payable or the gateway refuses
 */
export const startCheckout = async (
  req: PayloadRequest,
  type: PayableType,
  body: z.infer<typeof checkoutBody>,
): Promise<Transaction> => {
  // A UUID says the same in any case; the transaction keeps it as the item has it.
  const id = String(req.routeParams?.id).toLowerCase()
  return paymentsOf(req).checkout.start(req, {
    type,
    item: { id, couponCode: body.coupon_code ?? null },
    way: { kind: 'charge', method: body.payment_method, channel: body.channel ?? null },
  })
}
