import type { CollectionConfig } from 'payload'

import { privateUpload, uploadedBy } from '@/lib/privateUpload'

import { paymentProofs as access } from '../access'
import { attachToOpenOrder } from '../hooks/attachToOpenOrder'
import { linkProof } from '../hooks/linkProof'
import { reencodeProof } from '../hooks/reencodeProof'
import type { PharmacyOptions } from '../index'
import { PHARMACY_GROUP } from './group'

/** Pictures that prove a payment: private, re-encoded, each of one order. */
export const paymentProofs = (options: PharmacyOptions): CollectionConfig => ({
  slug: 'payment-proofs',
  labels: {
    singular: { en: 'Payment proof', id: 'Bukti pembayaran' },
    plural: { en: 'Payment proofs', id: 'Bukti pembayaran' },
  },
  admin: {
    group: PHARMACY_GROUP,
    // Each stands on its order's page, where there is something to do about it.
    hidden: true,
    defaultColumns: ['filename', 'order', 'createdAt'],
    description: {
      en: 'Pictures that patients send with their orders. The order itself is where a payment is confirmed.',
      id: 'Gambar yang dikirim pasien bersama ordernya. Pembayaran dikonfirmasi di ordernya.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  upload: {
    ...privateUpload,
    staticDir: options.proofsDir,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
  fields: [
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'Order', id: 'Order' },
      relationTo: 'orders',
      required: true,
      index: true,
      // attachToOpenOrder looks the order up, locked, and says what is wrong with it.
      validate: () => true as const,
    },
    uploadedBy,
  ],
  hooks: {
    beforeOperation: [reencodeProof(options)],
    beforeChange: [attachToOpenOrder],
    afterChange: [linkProof],
  },
})
