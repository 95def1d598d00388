import { createHash, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

const signed = z.object({
  order_id: z.string(),
  // The parts are joined without a mark between them: a code of another length would shift them.
  status_code: z.string().regex(/^\d{3}$/),
  gross_amount: z.string(),
  signature_key: z.string(),
})

/**
 * Whether whoever wrote a notification knows the server key. It covers order, status code and amount
 * only: neither `transaction_status` nor `fraud_status` nor `transaction_id`.
 */
export const isSignedWith = (serverKey: string, notification: unknown): boolean => {
  const { data } = signed.safeParse(notification)
  if (!data || !serverKey) return false
  const expected = createHash('sha512')
    .update(`${data.order_id}${data.status_code}${data.gross_amount}${serverKey}`)
    .digest('hex')
  const given = Buffer.from(data.signature_key)
  return given.length === expected.length && timingSafeEqual(given, Buffer.from(expected))
}
