import type { DRUG_CLASSES, PaymentMethod, SalesMethod } from './constants'

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

/** How people call the classes of medicine. */
export const CLASS_LABELS: Record<(typeof DRUG_CLASSES)[number], { en: string; id: string }> = {
  bebas: { en: 'Over the counter', id: 'Bebas' },
  'bebas-terbatas': { en: 'Limited over the counter', id: 'Bebas terbatas' },
  keras: { en: 'Prescription only', id: 'Keras' },
}
