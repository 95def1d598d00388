import type { Field, NumberField, TextField } from 'payload'

import { isStaff } from '@/access'
import { RUPIAH } from '@/lib/fields'
import type { Said } from '@/lib/panel/said'
import { uuidField } from '@/lib/uuid'

import { TRANSACTION_COMPONENTS } from '../admin/transactions/parts'
import { PAYABLE_TYPES, PAYMENT_METHODS, TRANSACTION_STATUSES } from '../contract'
import { STATUS_LABELS, TRANSACTION_METHOD_LABELS, TYPE_LABELS } from '../words'
import { actionsShown, timelineShown } from './transactionShown'

const text = (name: string, label: Said, index = false): TextField => ({
  name,
  type: 'text',
  label,
  index,
  admin: { readOnly: true, condition: (data) => Boolean(data[name]) },
})

const amount = (name: string, label: Said): NumberField => ({
  name,
  type: 'number',
  label,
  required: true,
  admin: { readOnly: true, components: RUPIAH },
})

/** Starts at 0, and is shown when there is something to see. */
const laterAmount = (name: string, label: Said): NumberField => ({
  ...amount(name, label),
  defaultValue: 0,
  admin: { readOnly: true, components: RUPIAH, condition: (data) => Boolean(data[name]) },
})

const flag = (name: string, label: Said): Field => ({
  name,
  type: 'checkbox',
  label,
  defaultValue: false,
  index: true,
  admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data[name]) },
})

const date = (name: string, label: Said): Field => ({
  name,
  type: 'date',
  label,
  index: true,
  admin: {
    readOnly: true,
    position: 'sidebar',
    condition: (data) => Boolean(data[name]),
    components: { Cell: '@/lib/panel/TimeCell#TimeCell', Field: '@/lib/panel/TimeShown#TimeShown' },
  },
})

/** What staff should look at: why a payment is reviewed is nothing to tell whoever made it. */
const reviewNote: Field = {
  ...text('reviewNote', { en: 'What to look at', id: 'Yang perlu diperhatikan' }),
  access: { read: ({ req }) => isStaff(req) },
}

const row = (...fields: Field[]): Field => ({ type: 'row', fields })

/** What stands in a transaction; all of it is written by operations. */
export const transactionFields: Field[] = [
  uuidField,
  row(
    {
      name: 'invoiceNumber',
      type: 'text',
      label: { en: 'Invoice', id: 'Nomor invoice' },
      required: true,
      unique: true,
      admin: { readOnly: true },
    },
    {
      name: 'type',
      type: 'select',
      label: { en: 'Kind', id: 'Jenis' },
      required: true,
      index: true,
      options: PAYABLE_TYPES.map((value) => ({ value, label: TYPE_LABELS[value] })),
      admin: { readOnly: true },
    },
  ),
  row(
    text('itemTitle', { en: 'For', id: 'Untuk' }),
    { name: 'itemId', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'itemSnapshot', type: 'json', admin: { hidden: true } },
    {
      name: 'user',
      type: 'relationship',
      label: { en: 'User', id: 'Pengguna' },
      relationTo: 'users',
      index: true,
      admin: { readOnly: true },
    },
  ),
  { name: 'couponId', type: 'text', index: true, admin: { hidden: true } },
  row(
    text('couponCode', { en: 'Coupon', id: 'Kupon' }),
    amount('originalAmount', { en: 'Price (Rp)', id: 'Harga (Rp)' }),
    amount('discount', { en: 'Discount (Rp)', id: 'Diskon (Rp)' }),
    amount('amount', { en: 'Amount (Rp)', id: 'Jumlah (Rp)' }),
    laterAmount('refundedAmount', { en: 'Refunded (Rp)', id: 'Dikembalikan (Rp)' }),
  ),
  row(
    {
      name: 'paymentMethod',
      type: 'select',
      label: { en: 'Method', id: 'Cara bayar' },
      index: true,
      options: PAYMENT_METHODS.map((value) => ({ value, label: TRANSACTION_METHOD_LABELS[value] })),
      admin: { readOnly: true, condition: (data) => Boolean(data.paymentMethod) },
    },
    text('channel', { en: 'Channel', id: 'Kanal' }),
  ),
  { name: 'paymentDetails', type: 'json', admin: { hidden: true } },
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', id: 'Status' },
    required: true,
    index: true,
    defaultValue: 'PENDING',
    options: TRANSACTION_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    admin: {
      readOnly: true,
      position: 'sidebar',
      components: { Cell: TRANSACTION_COMPONENTS.status },
    },
  },
  actionsShown,
  flag('underReview', { en: 'Under review', id: 'Perlu ditinjau' }),
  flag('disputed', { en: 'Disputed', id: 'Disengketakan' }),
  flag('refundDue', { en: 'Refund due', id: 'Harus dikembalikan' }),
  row(
    laterAmount('refundDueAmount', { en: 'Refund due (Rp)', id: 'Harus dikembalikan (Rp)' }),
    reviewNote,
  ),
  text('gatewayOrderId', { en: 'Order id at the gateway', id: 'Order id di gateway' }, true),
  { name: 'snapToken', type: 'text', admin: { hidden: true } },
  { name: 'redirectUrl', type: 'text', admin: { hidden: true } },
  date('expiresAt', { en: 'Expires at', id: 'Kedaluwarsa pada' }),
  date('paidAt', { en: 'Paid at', id: 'Dibayar pada' }),
  timelineShown,
]
