import type { Field, FieldAccess } from 'payload'

import { isDesk, serverOnly } from '@/access'
import { RUPIAH, rupiah, serverDate, serverText, serverUser } from '@/lib/fields'
import { CASH_METHODS } from '@/plugins/payments/contract'

import { METHOD_LABELS } from '../labels'

const isSet = (name: string) => (data: Record<string, unknown>) => Boolean(data[name])

/** What the desk notes, and patients are not shown. */
const ofDesk: FieldAccess = ({ req }) => isDesk(req)

/** How the money came, and whether it went back; written by named operations and by payments only. */
export const paymentFields: Field[] = [
  {
    name: 'dibayar',
    type: 'checkbox',
    label: { en: 'Paid', id: 'Dibayar' },
    required: true,
    defaultValue: false,
    index: true,
    access: serverOnly,
    // For lists: on its page a bill's state stands above what can be done with it.
    admin: { readOnly: true, components: { Field: '@/lib/panel/Unshown#Unshown' } },
  },
  serverDate('paidAt', { en: 'Paid at', id: 'Dibayar pada' }),
  serverUser('paidBy', { en: 'Taken by', id: 'Diterima oleh' }),
  {
    name: 'paymentMethod',
    type: 'select',
    label: { en: 'Taken as', id: 'Cara bayar' },
    options: CASH_METHODS.map((value) => ({ value, label: METHOD_LABELS[value] })),
    access: serverOnly,
    admin: { readOnly: true, position: 'sidebar', condition: isSet('paymentMethod') },
  },
  {
    ...rupiah('cashReceived', { en: 'Cash received (Rp)', id: 'Uang diterima (Rp)' }),
    required: false,
    access: { ...serverOnly, read: ofDesk },
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: isSet('cashReceived'),
      components: RUPIAH,
    },
  },
  // What paid it online.
  serverText('transaction', { en: 'Transaction', id: 'Transaksi' }),
  serverDate('refundedAt', { en: 'Given back at', id: 'Dikembalikan pada' }),
  serverUser('refundedBy', { en: 'Given back by', id: 'Dikembalikan oleh' }),
  serverText('refundReason', { en: 'Why it was given back', id: 'Alasan pengembalian' }),
]
