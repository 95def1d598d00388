import type { Pemeriksaan } from '@/payload-types'
import type { Taking } from '@/plugins/payments/contract'

import { billTitle } from './quoteBill'

/** What the desk takes for a bill, or gives back of it. */
export const takingOf = ({ id, number, total, paymentMethod }: Pemeriksaan): Taking => ({
  item: { type: 'pemeriksaan', id, title: billTitle({ number: number ?? 0 }) },
  amount: total,
  method: paymentMethod ?? 'cash',
})
