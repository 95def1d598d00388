import type { Field } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, serverDate, serverText, serverUser } from '@/lib/fields'

import { ORDER_STATUSES, PAYMENT_STATUSES } from '../constants'

const STATUS_LABELS = {
  pending: { en: 'Pending', id: 'Menunggu' },
  completed: { en: 'Completed', id: 'Selesai' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
}
const PAYMENT_STATUS_LABELS = {
  pending: { en: 'Unpaid', id: 'Belum dibayar' },
  paid: { en: 'Paid', id: 'Dibayar' },
}
export const orderState: Field[] = [
  {
    name: 'title',
    type: 'ui',
    admin: { components: { Field: '@/plugins/pharmacy/admin/OrderTitle#OrderTitle' } },
  },
  {
    name: 'actions',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '@/plugins/pharmacy/admin/OrderActions#OrderActions' },
    },
  },
  {
    name: 'papers',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '@/plugins/pharmacy/admin/receipt/OrderPapers#OrderPapers' },
    },
  },
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', id: 'Status' },
    required: true,
    index: true,
    defaultValue: 'pending',
    options: ORDER_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    access: serverOnly,
    admin: { readOnly: true, position: 'sidebar', condition: isSaved },
  },
  {
    name: 'paymentStatus',
    type: 'select',
    label: { en: 'Payment', id: 'Pembayaran' },
    required: true,
    index: true,
    defaultValue: 'pending',
    options: PAYMENT_STATUSES.map((value) => ({ value, label: PAYMENT_STATUS_LABELS[value] })),
    access: serverOnly,
    admin: { readOnly: true, position: 'sidebar', condition: isSaved },
  },
  serverDate('paidAt', { en: 'Paid at', id: 'Dibayar pada' }),
  serverUser('paidBy', { en: 'Taken by', id: 'Diterima oleh' }),
  {
    name: 'transaction',
    type: 'relationship',
    label: { en: 'Paid online by', id: 'Dibayar daring lewat' },
    relationTo: 'transactions',
    access: serverOnly,
    admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data.transaction) },
  },
  serverDate('expiresAt', { en: 'Expires at', id: 'Kedaluwarsa pada' }),
  serverDate('cancelledAt', { en: 'Cancelled at', id: 'Dibatalkan pada' }),
  serverUser('cancelledBy', { en: 'Cancelled by', id: 'Dibatalkan oleh' }),
  serverText('cancelReason', { en: 'Reason of cancellation', id: 'Alasan pembatalan' }),
  serverDate('refundedAt', { en: 'Money returned at', id: 'Uang dikembalikan pada' }),
  serverUser('refundedBy', { en: 'Money returned by', id: 'Uang dikembalikan oleh' }),
  serverText('rejectReason', { en: 'Proof refused because', id: 'Bukti ditolak karena' }),
  serverDate('rejectedAt', { en: 'Proof refused at', id: 'Bukti ditolak pada' }),
]
