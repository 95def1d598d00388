import type { PaymentMethod } from './constants'

/** How people call the ways to pay. */
export const METHOD_LABELS: Record<PaymentMethod, { en: string; id: string }> = {
  cash: { en: 'Cash', id: 'Tunai' },
  bank_transfer: { en: 'Bank transfer', id: 'Transfer bank' },
  qris: { en: 'QRIS', id: 'QRIS' },
  cod: { en: 'Cash on delivery', id: 'Bayar di tempat' },
}
