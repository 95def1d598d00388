import type { CouponRow } from '../coupons.sql'

const PERCENT = 100

/**
 * What a coupon takes off a price, in whole rupiah: percentages round down and keep to `maxDiscount`;
 * nothing takes more than the price (contracts/README, "checkout").
 */
export const discountOf = (
  price: number,
  { discountType, discountValue, maxDiscount }: CouponRow,
): number => {
  if (discountType === 'FIXED') return Math.min(discountValue, price)
  const share = Math.floor((price * discountValue) / PERCENT)
  return Math.min(share, maxDiscount ?? price, price)
}
