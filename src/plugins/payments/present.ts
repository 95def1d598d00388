import type { Sums } from './sql'
import type { ShiftSums } from './types'

/** What a shift has taken so far, by method. */
export const presentSums = (sums: Sums): ShiftSums => ({
  cash: {
    payments: sums.cash_payments,
    taken: sums.cash_taken,
    returned: sums.cash_returned,
    paidIn: sums.cash_paid_in,
    paidOut: sums.cash_paid_out,
  },
  qris: {
    payments: sums.qris_payments,
    taken: sums.qris_taken,
    returned: sums.qris_returned,
  },
  transfer: {
    payments: sums.transfer_payments,
    taken: sums.transfer_taken,
    returned: sums.transfer_returned,
  },
})
