import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, RUPIAH, serverUser } from '@/lib/fields'
import { idempotentCreate } from '@/lib/idempotentCreate'

import { cashEntries as access } from '../access'
import { ENTRY_KINDS, REASON_MAX } from '../constants'
import { CASH_METHODS, PAYABLE_TYPES } from '../contract'
import { offerKinds, recordDrawerMove } from '../hooks/recordDrawerMove'
import { tellOwner } from '../hooks/tellOwner'
import { KIND_LABELS, METHOD_LABELS } from '../words'
import { CASH_GROUP } from './group'

/**
 * The desk's ledger: append-only. Each entry is in the open shift of who wrote it; a trigger refuses
 * every other one (migrations: cash desk guards). Those without a shift are older than shifts.
 */
export const cashEntries: CollectionConfig = {
  slug: 'cash-entries',
  labels: {
    singular: { en: 'Cash entry', id: 'Catatan kas' },
    plural: { en: 'Cash entries', id: 'Catatan kas' },
  },
  admin: {
    useAsTitle: 'id',
    listSearchableFields: ['itemTitle', 'reason'],
    defaultColumns: [
      'createdAt',
      'kind',
      'method',
      'amount',
      'itemTitle',
      'reason',
      'takenBy',
      'shift',
    ],
    group: CASH_GROUP,
    description: {
      en: 'Every rupiah that was taken or given at the desk. Orders write their own; by hand come cash put into the drawer and taken out of it.',
      id: 'Setiap rupiah yang diterima atau dikeluarkan di kasir. Order mencatat sendiri; yang ditulis di sini hanya kas masuk dan kas keluar laci.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Kind', id: 'Jenis' },
      required: true,
      index: true,
      defaultValue: 'pay-out',
      options: ENTRY_KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
      filterOptions: offerKinds,
      admin: { isClearable: false },
    },
    {
      name: 'amount',
      type: 'number',
      label: { en: 'Amount (Rp)', id: 'Jumlah (Rp)' },
      required: true,
      // recordDrawerMove has checked it, and given it its sign.
      validate: () => true as const,
      admin: { components: RUPIAH },
    },
    {
      name: 'reason',
      type: 'text',
      label: { en: 'Reason', id: 'Alasan' },
      maxLength: REASON_MAX,
      admin: { condition: (data) => !isSaved(data) || Boolean(data.reason) },
    },
    {
      name: 'method',
      type: 'select',
      label: { en: 'Method', id: 'Cara bayar' },
      required: true,
      index: true,
      options: CASH_METHODS.map((value) => ({ value, label: METHOD_LABELS[value] })),
      access: serverOnly,
      admin: { readOnly: true, condition: isSaved },
    },
    {
      name: 'itemTitle',
      type: 'text',
      label: { en: 'For', id: 'Untuk' },
      access: serverOnly,
      admin: {
        readOnly: true,
        condition: (data) => Boolean(data.itemTitle),
        components: { Cell: '@/plugins/payments/admin/ItemCell#ItemCell' },
      },
    },
    {
      name: 'itemType',
      type: 'select',
      label: { en: 'Kind of item', id: 'Jenis tagihan' },
      options: PAYABLE_TYPES.map((value) => ({ value, label: value })),
      access: serverOnly,
      admin: { hidden: true },
    },
    { name: 'itemId', type: 'text', access: serverOnly, admin: { hidden: true } },
    {
      name: 'shift',
      type: 'relationship',
      label: { en: 'Shift', id: 'Shift' },
      relationTo: 'shifts',
      index: true,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data.shift) },
    },
    serverUser('takenBy', { en: 'By', id: 'Oleh' }),
  ],
  endpoints: [idempotentCreate('cash-entries')],
  hooks: { beforeValidate: [recordDrawerMove], afterChange: [tellOwner] },
}
