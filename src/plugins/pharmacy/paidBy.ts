import type { CashMethod } from '@/plugins/payments/contract'

import type { PaymentMethod } from './constants'

type Paid = { paymentMethod?: PaymentMethod | null; paymentProof?: unknown }

/** How the desk took an order's money: by its method; `cod` is cash; without one, a proof is a transfer's. */
export const paidBy = ({ paymentMethod, paymentProof }: Paid): CashMethod => {
  if (paymentMethod === 'cod') return 'cash'
  return paymentMethod ?? (paymentProof ? 'bank_transfer' : 'cash')
}
