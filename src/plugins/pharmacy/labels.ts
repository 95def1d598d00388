import type { PaymentMethod, SalesMethod } from './constants'

/** How people call the ways to pay. */
export const METHOD_LABELS: Record<PaymentMethod, { en: string; id: string }> = {
  cash: { en: 'Cash', id: 'Tunai' },
  bank_transfer: { en: 'Bank transfer', id: 'Transfer bank' },
  qris: { en: 'QRIS', id: 'QRIS' },
  cod: { en: 'Cash on delivery', id: 'Bayar di tempat' },
}

/** How people call what sales are told apart by. */
export const SALES_LABELS: Record<SalesMethod, { en: string; id: string }> = {
  cash: METHOD_LABELS.cash,
  qris: METHOD_LABELS.qris,
  bank_transfer: METHOD_LABELS.bank_transfer,
  online: { en: 'Online', id: 'Daring' },
}
