import type { PayloadRequest } from 'payload'

import { ApiError } from '@/lib/apiError'
import { isUuid } from '@/lib/uuid'

import type { CouponUses } from '../couponUses'
import { findUses, sumUses } from '../couponUses.sql'

export const couponNotFound = () => new ApiError(404, 'Kupon tidak ditemukan.')

/** Who used a coupon, newest first, a page at a time. @throws {ApiError} 404 */
export const readCouponUses = async (
  req: PayloadRequest,
  id: string,
  page: { page: number; limit: number },
): Promise<CouponUses> => {
  if (!isUuid(id)) throw couponNotFound()
  const { totalDocs } = await req.payload.count({
    collection: 'coupons',
    where: { id: { equals: id } },
    req,
    overrideAccess: false,
  })
  if (totalDocs === 0) throw couponNotFound()
  const [rows, { total, discount }] = await Promise.all([findUses(req, id, page), sumUses(req, id)])
  return {
    docs: rows.map(({ userId, userName, usedAt, ...use }) => ({
      ...use,
      user: { id: userId, name: userName },
      usedAt: new Date(usedAt).toISOString(),
    })),
    totalDocs: total,
    totalDiscount: discount,
    ...page,
    totalPages: Math.max(1, Math.ceil(total / page.limit)),
  }
}
