import type { Order } from '@/payload-types'

import type { PharmacyOptions } from './index'

const HOUR_MS = 60 * 60 * 1000
const COD_HOURS = 7 * 24

/** When an unpaid order gives its stock back: after ORDER_EXPIRY_HOURS, `cod` after 7 days. */
export const expiryOf = (
  createdAt: Date,
  method: string | null,
  { orderExpiryHours }: Pick<PharmacyOptions, 'orderExpiryHours'>,
): Date => {
  const hours = method === 'cod' ? COD_HOURS : orderExpiryHours
  return new Date(createdAt.getTime() + hours * HOUR_MS)
}

/**
 * When an order expires whose buyer now says another method: never sooner than before, or a proof sent
 * for a `cod` order of three days ago would end it at once.
 */
export const prolonged = (
  { createdAt, expiresAt }: Pick<Order, 'createdAt' | 'expiresAt'>,
  method: string | null,
  options: Pick<PharmacyOptions, 'orderExpiryHours'>,
): Date => {
  const now = expiryOf(new Date(createdAt), method, options)
  const before = new Date(expiresAt ?? createdAt)
  return before > now ? before : now
}
