import type { ArrayField, Field } from 'payload'

import { serverOnly } from '@/access'

import {
  LINES_MAX,
  ORDER_STATUSES,
  PAYMENT_METHODS,
  PAYMENT_STATUSES,
  QUANTITY_MAX,
} from '../constants'
import { checkDetails } from '../details'

const STATUS_LABELS = {
  pending: { en: 'Pending', id: 'Menunggu' },
  completed: { en: 'Completed', id: 'Selesai' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
}
const PAYMENT_STATUS_LABELS = {
  pending: { en: 'Unpaid', id: 'Belum dibayar' },
  paid: { en: 'Paid', id: 'Dibayar' },
}
const METHOD_LABELS = {
  cash: { en: 'Cash', id: 'Tunai' },
  bank_transfer: { en: 'Bank transfer', id: 'Transfer bank' },
  qris: { en: 'QRIS', id: 'QRIS' },
  cod: { en: 'Cash on delivery', id: 'Bayar di tempat' },
}

const frozen = (name: string, label: { en: string; id: string }): Field => ({
  name,
  type: 'number',
  label,
  access: serverOnly,
  admin: { readOnly: true },
})

/** A line: `number` is an integer from a sequence, set once; the contract shows it as the line's `id`. */
export const orderItems: ArrayField = {
  name: 'items',
  type: 'array',
  label: { en: 'Items', id: 'Barang' },
  required: true,
  minRows: 1,
  maxRows: LINES_MAX,
  fields: [
    {
      name: 'obat',
      type: 'relationship',
      label: { en: 'Medicine', id: 'Obat' },
      relationTo: 'obat',
      required: true,
      // freezePrices has looked each obat up, locked, and refused the unknown ones.
      validate: () => true as const,
    },
    {
      name: 'quantity',
      type: 'number',
      label: { en: 'Quantity', id: 'Jumlah' },
      required: true,
      min: 1,
      max: QUANTITY_MAX,
    },
    frozen('unitPrice', { en: 'Unit price', id: 'Harga satuan' }),
    frozen('subtotal', { en: 'Subtotal', id: 'Subtotal' }),
    frozen('number', { en: 'Line number', id: 'Nomor baris' }),
  ],
}

export const orderPayment: Field[] = [
  {
    name: 'paymentMethod',
    type: 'select',
    label: { en: 'Payment method', id: 'Cara bayar' },
    options: PAYMENT_METHODS.map((value) => ({ value, label: METHOD_LABELS[value] })),
  },
  {
    name: 'paymentDetails',
    type: 'json',
    label: { en: 'Payment details', id: 'Rincian pembayaran' },
    validate: checkDetails,
  },
  {
    name: 'paymentProof',
    type: 'upload',
    label: { en: 'Payment proof', id: 'Bukti pembayaran' },
    relationTo: 'payment-proofs',
    access: serverOnly,
    admin: { readOnly: true },
  },
]

const serverText = (name: string, label: { en: string; id: string }): Field => ({
  name,
  type: 'text',
  label,
  access: serverOnly,
  admin: { readOnly: true, condition: (data) => Boolean(data[name]) },
})

const serverDate = (name: string, label: { en: string; id: string }): Field => ({
  name,
  type: 'date',
  label,
  access: serverOnly,
  admin: {
    readOnly: true,
    position: 'sidebar',
    condition: (data) => Boolean(data[name]),
    date: { pickerAppearance: 'dayAndTime' },
  },
})

const serverUser = (name: string, label: { en: string; id: string }): Field => ({
  name,
  type: 'relationship',
  label,
  relationTo: 'users',
  access: serverOnly,
  admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data[name]) },
})

export const orderState: Field[] = [
  {
    name: 'actions',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '@/plugins/pharmacy/admin/OrderActions#OrderActions' },
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
    admin: { readOnly: true, position: 'sidebar' },
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
    admin: { readOnly: true, position: 'sidebar' },
  },
  serverDate('paidAt', { en: 'Paid at', id: 'Dibayar pada' }),
  serverUser('paidBy', { en: 'Taken by', id: 'Diterima oleh' }),
  serverDate('expiresAt', { en: 'Expires at', id: 'Kedaluwarsa pada' }),
  serverDate('cancelledAt', { en: 'Cancelled at', id: 'Dibatalkan pada' }),
  serverUser('cancelledBy', { en: 'Cancelled by', id: 'Dibatalkan oleh' }),
  serverText('cancelReason', { en: 'Reason of cancellation', id: 'Alasan pembatalan' }),
  serverDate('refundedAt', { en: 'Money returned at', id: 'Uang dikembalikan pada' }),
  serverUser('refundedBy', { en: 'Money returned by', id: 'Uang dikembalikan oleh' }),
  serverText('rejectReason', { en: 'Proof refused because', id: 'Bukti ditolak karena' }),
  serverDate('rejectedAt', { en: 'Proof refused at', id: 'Bukti ditolak pada' }),
]
