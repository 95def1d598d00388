import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { PayableType } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'
import type { Transaction } from '@/payload-types'

import type { CoursesOptions } from '../index'
import { countCode } from '../limits'
import type { checkoutBody } from '../schemas'

/**
 * Asks money for the course or agenda that a request's path names, the way that its body says.
 * @throws {ApiError} what the payable or the gateway refuses; 429
 */
export const startCheckout = async (
  req: PayloadRequest,
  type: PayableType,
  body: z.infer<typeof checkoutBody>,
  { rateLimitFactor }: CoursesOptions,
): Promise<Transaction> => {
  const couponCode = body.coupon_code ?? null
  await countCode(req, couponCode, rateLimitFactor)
  // A UUID says the same in any case; the transaction keeps it as the item has it.
  const id = String(req.routeParams?.id).toLowerCase()
  return paymentsOf(req).checkout.start(req, {
    type,
    item: { id, couponCode },
    way: { kind: 'charge', method: body.payment_method, channel: body.channel ?? null },
  })
}
