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
