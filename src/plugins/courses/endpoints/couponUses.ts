import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { uuid } from '@/lib/uuid'

import { usesAnswer, usesQuery } from '../couponUses'
import { couponNotFound, readCouponUses } from '../operations/readCouponUses'

/** `GET /api/coupons/:id/uses`: who used a coupon. */
export const couponUsesEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/:id/uses',
  docs: { tag: 'coupons', summary: 'List who used a coupon', description: 'Newest first.' },
  roles: ['cashier', 'admin'],
  params: { id: uuid },
  query: usesQuery,
  answers: { 200: usesAnswer },
  refusals: [couponNotFound],
  handle: async (req, { query }) => ({
    status: 200,
    body: await readCouponUses(req, String(req.routeParams?.id), query),
  }),
})
