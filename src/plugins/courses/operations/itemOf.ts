import type { ItemRef } from '@/plugins/payments/contract'

/**
 * Reads `{type, id, coupon_code?}`, the body of `POST /api/payments`, for one type. A UUID says the same in
 * any case; the transaction keeps it as the item has it.
 */
export const itemOf =
  (type: string) =>
  (body: Record<string, unknown>): ItemRef | null => {
    const { id, coupon_code: couponCode } = body
    if (body.type !== type || typeof id !== 'string') return null
    const item = { id: id.toLowerCase() }
    return typeof couponCode === 'string' ? { ...item, couponCode } : item
  }
