import type { Said } from '@/lib/panel/said'
import type { CashMethod } from '@/plugins/payments/contract'

/** How people call the ways in which the desk takes money. */
export const METHOD_LABELS: Record<CashMethod, Said> = {
  cash: { en: 'Cash', id: 'Tunai' },
  qris: { en: 'QRIS', id: 'QRIS' },
  bank_transfer: { en: 'Bank transfer', id: 'Transfer bank' },
}
