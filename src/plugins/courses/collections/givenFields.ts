import type { CollectionSlug, Field } from 'payload'

import { serverOnly } from '@/access'
import type { Said } from '@/lib/panel/said'
import { isSaved, serverUser } from '@/lib/fields'

import { REASON_MAX } from '../constants'

/** Who has what: by a payment, or granted by an admin with a reason. */
export const givenTo = (item: {
  name: string
  label: Said
  relationTo: CollectionSlug
}): Field[] => [
  {
    name: 'user',
    type: 'relationship',
    label: { en: 'User', id: 'Pengguna' },
    relationTo: 'users',
    required: true,
    index: true,
    filterOptions: { role: { equals: 'patient' } },
  },
  { ...item, type: 'relationship', required: true, index: true },
  {
    name: 'grantReason',
    type: 'textarea',
    label: { en: 'Why without payment', id: 'Alasan tanpa pembayaran' },
    maxLength: REASON_MAX,
    admin: { condition: (data) => !isSaved(data) || Boolean(data.grantReason) },
  },
  serverUser('grantedBy', { en: 'Granted by', id: 'Diberikan oleh' }),
]

/** Set by the server: how it stands, and the payment that it came from. */
export const givenState = <Status extends string>(
  statuses: readonly Status[],
  labels: Record<Status, Said>,
  defaultValue: Status,
): Field[] => [
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', id: 'Status' },
    required: true,
    index: true,
    defaultValue,
    options: statuses.map((value) => ({ value, label: labels[value] })),
    access: serverOnly,
    admin: { readOnly: true, position: 'sidebar', condition: isSaved },
  },
  {
    name: 'transaction',
    type: 'relationship',
    label: { en: 'Transaction', id: 'Transaksi' },
    relationTo: 'transactions',
    access: serverOnly,
    admin: { readOnly: true, condition: (data) => Boolean(data.transaction) },
  },
]
