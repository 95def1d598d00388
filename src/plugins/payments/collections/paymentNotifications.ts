import type { CollectionConfig } from 'payload'

import { paymentNotifications as access } from '../access'
import { PAYMENTS_GROUP } from './group'

/** What the gateway sent, as it came, and what was done about it: append-only (a trigger says so). */
export const paymentNotifications: CollectionConfig = {
  slug: 'payment-notifications',
  labels: {
    singular: { en: 'Gateway notice', id: 'Pemberitahuan gateway' },
    plural: { en: 'Gateway notices', id: 'Pemberitahuan gateway' },
  },
  admin: {
    useAsTitle: 'gatewayOrderId',
    defaultColumns: [
      'createdAt',
      'gatewayOrderId',
      'transactionStatus',
      'verdict',
      'outcome',
      'processedAt',
    ],
    listSearchableFields: ['gatewayOrderId'],
    group: PAYMENTS_GROUP,
    description: {
      en: 'Every notice of the payment gateway, as it came.',
      id: 'Setiap pemberitahuan payment gateway, apa adanya.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'gatewayOrderId',
      type: 'text',
      label: { en: 'Order id', id: 'Order id' },
      required: true,
      index: true,
    },
    {
      name: 'transaction',
      type: 'relationship',
      label: { en: 'Transaction', id: 'Transaksi' },
      relationTo: 'transactions',
      index: true,
    },
    { name: 'transactionStatus', type: 'text', label: { en: 'Says', id: 'Menyatakan' } },
    {
      name: 'verdict',
      type: 'select',
      label: { en: 'Signature', id: 'Tanda tangan' },
      required: true,
      options: [
        { value: 'valid', label: { en: 'Valid', id: 'Sah' } },
        { value: 'invalid', label: { en: 'Invalid', id: 'Tidak sah' } },
      ],
    },
    { name: 'outcome', type: 'text', label: { en: 'What was done', id: 'Tindakan' } },
    {
      name: 'processedAt',
      type: 'date',
      label: { en: 'Done at', id: 'Diproses pada' },
      index: true,
      admin: {
        components: {
          Cell: '@/lib/panel/TimeCell#TimeCell',
          Field: '@/lib/panel/TimeShown#TimeShown',
        },
      },
    },
    { name: 'rawBody', type: 'textarea', label: { en: 'As it came', id: 'Apa adanya' } },
    /** sha256 of the raw body, in hex: the same notice again is the same entry. */
    { name: 'fingerprint', type: 'text', required: true, unique: true, admin: { hidden: true } },
  ],
}
