import type { CollectionConfig } from 'payload'

import { isSaved, rupiah, serverUser } from '@/lib/fields'
import { privateUpload } from '@/lib/privateUpload'

import { refunds as access } from '../access'
import { REASON_MAX } from '../constants'
import type { PaymentsOptions } from '../index'
import { REFUND_KIND_LABELS, REFUND_STATUS_LABELS } from '../words'
import { PAYMENTS_GROUP } from './group'

/**
 * Money that goes back for a transaction: through the gateway, or by hand with a note and a proof (the
 * uploaded picture), where the method cannot be refunded through it. Made by the refund operation.
 */
export const refunds = ({ refundProofsDir }: PaymentsOptions): CollectionConfig => ({
  slug: 'refunds',
  labels: {
    singular: { en: 'Refund', id: 'Pengembalian dana' },
    plural: { en: 'Refunds', id: 'Pengembalian dana' },
  },
  admin: {
    useAsTitle: 'refundKey',
    defaultColumns: ['createdAt', 'transaction', 'amount', 'kind', 'status', 'reason', 'madeBy'],
    listSearchableFields: ['refundKey', 'reason'],
    group: PAYMENTS_GROUP,
    description: {
      en: 'Money that went back to payers. A refund is made on the page of its transaction.',
      id: 'Uang yang dikembalikan kepada pembayar. Pengembalian dibuat di halaman transaksinya.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  upload: {
    ...privateUpload,
    staticDir: refundProofsDir,
    filesRequiredOnCreate: false,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
  fields: [
    {
      name: 'transaction',
      type: 'relationship',
      label: { en: 'Transaction', id: 'Transaksi' },
      relationTo: 'transactions',
      required: true,
      index: true,
    },
    {
      name: 'gatewayOrderId',
      type: 'text',
      label: { en: 'Order id', id: 'Order id' },
      required: true,
      index: true,
    },
    rupiah('amount', { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }),
    {
      name: 'kind',
      type: 'select',
      label: { en: 'How', id: 'Cara' },
      required: true,
      options: (['gateway', 'manual'] as const).map((value) => ({
        value,
        label: REFUND_KIND_LABELS[value],
      })),
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', id: 'Status' },
      required: true,
      index: true,
      options: (['PENDING', 'SUCCESS', 'FAILED'] as const).map((value) => ({
        value,
        label: REFUND_STATUS_LABELS[value],
      })),
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', id: 'Alasan' },
      required: true,
      maxLength: REASON_MAX,
    },
    {
      name: 'note',
      type: 'textarea',
      label: { en: 'Note', id: 'Catatan' },
      maxLength: REASON_MAX,
      admin: { condition: (data) => !isSaved(data) || Boolean(data.note) },
    },
    /** Ours, and stable: the gateway refunds once for it. */
    {
      name: 'refundKey',
      type: 'text',
      label: { en: 'Refund key', id: 'Kunci pengembalian' },
      required: true,
      unique: true,
    },
    serverUser('madeBy', { en: 'Made by', id: 'Dibuat oleh' }),
  ],
})
