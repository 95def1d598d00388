import type { Said } from '@/lib/panel/said'

import type { EntryKind } from './constants'
import type { CashMethod } from './contract'

export const KIND_LABELS: Record<EntryKind, Said> = {
  payment: { en: 'Payment', id: 'Pembayaran' },
  refund: { en: 'Refund', id: 'Pengembalian' },
  'pay-in': { en: 'Pay-in', id: 'Kas masuk' },
  'pay-out': { en: 'Pay-out', id: 'Kas keluar' },
}

export const METHOD_LABELS: Record<CashMethod, Said> = {
  cash: { en: 'Cash', id: 'Tunai' },
  qris: { en: 'QRIS', id: 'QRIS' },
  bank_transfer: { en: 'Bank transfer', id: 'Transfer bank' },
}
