import { z } from 'zod'

import { PER_PAGE_MAX, whole } from '@/lib/paging'

/** Who used a coupon: what the endpoint takes and answers, and what the panel is typed by. */

export const usesQuery = z.object({
  page: whole('page', 1_000_000).default(1),
  limit: whole('limit', PER_PAGE_MAX).default(20),
})

const use = z.object({
  user: z.object({ id: z.int(), name: z.string() }),
  transaction: z.string(),
  invoiceNumber: z.string(),
  itemTitle: z.string().nullable(),
  discount: z.int().describe('Whole rupiah.'),
  amount: z.int().describe('Whole rupiah that were asked for after it.'),
  status: z.string().describe('Of the transaction: what is pending may still give its use back.'),
  usedAt: z.iso.datetime(),
})
export type CouponUse = z.infer<typeof use>

/** `GET /api/coupons/{id}/uses` */
export const usesAnswer = z.object({
  docs: z.array(use),
  totalDocs: z.int(),
  totalDiscount: z.int().describe('Whole rupiah, of all uses.'),
  page: z.int(),
  limit: z.int(),
  totalPages: z.int(),
})
export type CouponUses = z.infer<typeof usesAnswer>
