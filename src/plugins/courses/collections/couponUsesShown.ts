import type { UIField } from 'payload'

import { isSaved } from '@/lib/fields'

/** Who used a coupon, on its page. */
export const couponUsesShown: UIField = {
  name: 'uses',
  type: 'ui',
  admin: {
    disableListColumn: true,
    condition: isSaved,
    components: { Field: '@/plugins/courses/admin/CouponUses#CouponUses' },
  },
}
