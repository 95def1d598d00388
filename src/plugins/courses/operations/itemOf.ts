import type { ItemRef } from '@/plugins/payments/contract'

/** Reads `{type, id, coupon_code?}`, the body of `POST /api/payments`, for one type. */
export const itemOf =
  (type: string) =>
  (body: Record<string, unknown>): ItemRef | null => {
    const { id, coupon_code: couponCode } = body
    if (body.type !== type || typeof id !== 'string') return null
    return typeof couponCode === 'string' ? { id, couponCode } : { id }
  }
