import type { Said } from '@/lib/panel/said'

import type { EntryKind, LateMoney } from './constants'
import type { CashMethod, PayableType, PaymentMethod, TransactionStatus } from './contract'

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

export const TYPE_LABELS: Record<PayableType, Said> = {
  course: { en: 'Course', id: 'Kursus' },
  agenda: { en: 'Agenda', id: 'Agenda' },
  order: { en: 'Order', id: 'Order' },
  consultation: { en: 'Consultation', id: 'Konsultasi' },
  pemeriksaan: { en: 'Examination', id: 'Pemeriksaan' },
}

export const TRANSACTION_METHOD_LABELS: Record<PaymentMethod, Said> = {
  BANK_TRANSFER: { en: 'Bank transfer', id: 'Transfer bank' },
  E_WALLET: { en: 'E-wallet', id: 'E-wallet' },
  QRIS: { en: 'QRIS', id: 'QRIS' },
  VIRTUAL_ACCOUNT: { en: 'Virtual account', id: 'Virtual account' },
}

export const STATUS_LABELS: Record<TransactionStatus, Said> = {
  PENDING: { en: 'Pending', id: 'Menunggu' },
  SUCCESS: { en: 'Paid', id: 'Berhasil' },
  FAILED: { en: 'Failed', id: 'Gagal' },
  EXPIRED: { en: 'Expired', id: 'Kedaluwarsa' },
  REFUNDED: { en: 'Refunded', id: 'Dikembalikan' },
}

export const REFUND_KIND_LABELS: Record<'gateway' | 'manual', Said> = {
  gateway: { en: 'Through the gateway', id: 'Lewat gateway' },
  manual: { en: 'By hand', id: 'Manual' },
}

export const REFUND_STATUS_LABELS: Record<'PENDING' | 'SUCCESS' | 'FAILED', Said> = {
  PENDING: { en: 'Under way', id: 'Diproses' },
  SUCCESS: { en: 'Done', id: 'Selesai' },
  FAILED: { en: 'Refused', id: 'Ditolak' },
}

export const LATE_MONEY_LABELS: Record<LateMoney, Said> = {
  apply: {
    en: 'Give what it pays for if that can still be given, else return it',
    id: 'Berikan yang dibayar bila masih bisa, jika tidak dikembalikan',
  },
  refund: { en: 'Always return it', id: 'Selalu dikembalikan' },
}
