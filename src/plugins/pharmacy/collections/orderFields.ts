import type { ArrayField, Field, FieldAccess } from 'payload'

import { isDesk, serverOnly } from '@/access'
import { isSaved, RUPIAH, rupiah } from '@/lib/fields'

import { LINES_MAX, PAYMENT_METHODS, QUANTITY_MAX } from '../constants'
import { checkDetails } from '../details'
import { METHOD_LABELS } from '../labels'
import { isNewOrHas, obatRelation } from './fields'

/** What the desk notes, and patients are not shown. */
const ofDesk: FieldAccess = ({ req }) => isDesk(req)

/** Set by the server when the order is placed, so there is nothing to see before. */
const frozen = (name: string, label: { en: string; id: string }): Field => ({
  name,
  type: 'number',
  label,
  access: serverOnly,
  admin: { readOnly: true, condition: isSaved, components: RUPIAH },
})

/** A line: `number` is an integer from a sequence, set once; the contract shows it as the line's `id`. */
export const orderItems: ArrayField = {
  name: 'items',
  type: 'array',
  label: { en: 'Items', id: 'Barang' },
  labels: {
    singular: { en: 'Item', id: 'Barang' },
    plural: { en: 'Items', id: 'Barang' },
  },
  required: true,
  minRows: 1,
  maxRows: LINES_MAX,
  fields: [
    {
      type: 'row',
      fields: [
        {
          ...obatRelation({ onlyActive: true }),
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
          admin: { width: '30%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        frozen('unitPrice', { en: 'Unit price', id: 'Harga satuan' }),
        frozen('subtotal', { en: 'Subtotal', id: 'Subtotal' }),
      ],
    },
    { name: 'number', type: 'number', access: serverOnly, admin: { hidden: true } },
  ],
}

export const orderPayment: Field[] = [
  {
    name: 'paymentMethod',
    type: 'select',
    label: { en: 'Payment method', id: 'Cara bayar' },
    admin: { condition: isNewOrHas('paymentMethod') },
    options: PAYMENT_METHODS.map((value) => ({ value, label: METHOD_LABELS[value] })),
  },
  {
    ...rupiah('cashReceived', { en: 'Cash received (Rp)', id: 'Uang diterima (Rp)' }),
    required: false,
    access: { read: ofDesk, create: ofDesk, update: () => false },
    admin: { condition: isNewOrHas('cashReceived'), components: RUPIAH },
  },
  {
    name: 'paymentDetails',
    type: 'json',
    label: { en: 'Payment details', id: 'Rincian pembayaran' },
    validate: checkDetails,
    admin: {
      components: { Field: '@/plugins/pharmacy/admin/PaymentDetails#PaymentDetails' },
    },
  },
  {
    name: 'paymentProof',
    type: 'upload',
    label: { en: 'Payment proof', id: 'Bukti pembayaran' },
    relationTo: 'payment-proofs',
    access: serverOnly,
    admin: { readOnly: true, condition: (data) => Boolean(data.paymentProof) },
  },
]

/** What lets it have prescription-only obat: seen on paper, or drawn on. */
export const orderPrescription: Field[] = [
  {
    name: 'prescriptionSeen',
    type: 'checkbox',
    label: { en: 'Prescription seen', id: 'Resep sudah dilihat' },
    defaultValue: false,
    admin: {
      description: {
        en: 'Needed at the counter for prescription-only medicine.',
        id: 'Wajib dicentang di konter untuk obat keras.',
      },
    },
  },
  {
    name: 'prescription',
    type: 'relationship',
    label: { en: 'Prescription', id: 'Resep' },
    relationTo: 'prescriptions',
    index: true,
    admin: {
      condition: isNewOrHas('prescription'),
      components: {
        Field: '@/plugins/pharmacy/admin/prescription/PrescriptionField#PrescriptionField',
      },
    },
    validate: () => true as const,
  },
]
